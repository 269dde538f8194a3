package fi.tiedote.gather;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says when to ask which sources are due. */
@DisallowConcurrentExecution
class GatherDue implements Job {
    private final Crew crew;

    GatherDue(Crew crew) {
        this.crew = crew;
    }

    @Override
    public void execute(JobExecutionContext context) {
        crew.gatherDue();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail gatherDueJob() {
            return JobBuilder.newJob(GatherDue.class)
                    .withIdentity("gather-due")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger gatherDueTrigger(JobDetail gatherDueJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(gatherDueJob)
                    .withIdentity("gather-due")
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(5)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
