package fi.tiedote.release;

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

/** Says when to look for embargoes that have ended. */
@DisallowConcurrentExecution
class PublishDue implements Job {
    private final NewsDesk desk;

    PublishDue(NewsDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(JobExecutionContext context) {
        desk.publishDue();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail publishDueJob() {
            return JobBuilder.newJob(PublishDue.class)
                    .withIdentity("publish-due")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger publishDueTrigger(JobDetail publishDueJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(publishDueJob)
                    .withIdentity("publish-due")
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(2)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
