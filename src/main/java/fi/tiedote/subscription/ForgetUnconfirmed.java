package fi.tiedote.subscription;

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

/** Says when to forget the requests that nobody confirmed. */
@DisallowConcurrentExecution
class ForgetUnconfirmed implements Job {
    private final Confirmations confirmations;

    ForgetUnconfirmed(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public void execute(JobExecutionContext context) {
        confirmations.forgetOld();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        JobDetail forgetUnconfirmedJob() {
            return JobBuilder.newJob(ForgetUnconfirmed.class)
                    .withIdentity("forget-unconfirmed")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger forgetUnconfirmedTrigger(JobDetail forgetUnconfirmedJob) {
            return TriggerBuilder.newTrigger()
                    .forJob(forgetUnconfirmedJob)
                    .withIdentity("forget-unconfirmed")
                    .withSchedule(SimpleScheduleBuilder.repeatHourlyForever(1)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
