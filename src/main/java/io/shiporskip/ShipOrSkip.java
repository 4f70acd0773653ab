package io.shiporskip;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
public class ShipOrSkip {

    public static void main(String[] args) {
        SpringApplication.run(ShipOrSkip.class, args);
    }
}
