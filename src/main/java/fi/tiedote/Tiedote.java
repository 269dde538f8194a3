package fi.tiedote;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class Tiedote {

    public static void main(String[] args) {
        SpringApplication.run(Tiedote.class, args);
    }
}
