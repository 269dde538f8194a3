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

/** Says when to look for files that no release needs. */
@DisallowConcurrentExecution
class DropLooseAttachments implements Job {
    private final Attachments attachments;

    DropLooseAttachments(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public void execute(JobExecutionContext context) {
        attachments.dropLoose();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail dropLooseAttachmentsJob() {
            return JobBuilder.newJob(DropLooseAttachments.class)
                    .withIdentity("drop-loose-attachments")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger dropLooseAttachmentsTrigger(JobDetail dropLooseAttachmentsJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(dropLooseAttachmentsJob)
                    .withIdentity("drop-loose-attachments")
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
