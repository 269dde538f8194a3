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

/** Says when to ask which hubs are to be called. */
@DisallowConcurrentExecution
class SubscribeDue implements Job {
    private final PushRound round;

    SubscribeDue(PushRound round) {
        this.round = round;
    }

    @Override
    public void execute(JobExecutionContext context) {
        round.go();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail subscribeDueJob() {
            return JobBuilder.newJob(SubscribeDue.class)
                    .withIdentity("subscribe-due")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger subscribeDueTrigger(JobDetail subscribeDueJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(subscribeDueJob)
                    .withIdentity("subscribe-due")
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(15)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
