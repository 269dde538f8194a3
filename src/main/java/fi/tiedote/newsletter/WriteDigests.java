package fi.tiedote.newsletter;

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

/** Says when to look for digests that are due. */
@DisallowConcurrentExecution
class WriteDigests implements Job {
    private final Digests digests;

    WriteDigests(Digests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(JobExecutionContext context) {
        digests.writeDue();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail writeDigestsJob() {
            return JobBuilder.newJob(WriteDigests.class)
                    .withIdentity("write-digests")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger writeDigestsTrigger(JobDetail writeDigestsJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(writeDigestsJob)
                    .withIdentity("write-digests")
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(10)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
