package fi.tiedote.delivery;

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

/** Says when to forget letters that were settled long ago. */
@DisallowConcurrentExecution
class DropOldLetters implements Job {
    private final Retention retention;

    DropOldLetters(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void execute(JobExecutionContext context) {
        retention.dropOld();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail dropOldLettersJob() {
            return JobBuilder.newJob(DropOldLetters.class)
                    .withIdentity("drop-old-letters")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger dropOldLettersTrigger(JobDetail dropOldLettersJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(dropOldLettersJob)
                    .withIdentity("drop-old-letters")
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(24)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
