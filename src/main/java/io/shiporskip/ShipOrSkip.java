package io.shiporskip;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the site. */
@SpringBootApplication
public class ShipOrSkip {

    private static final String ALWAYS_ASK = "com.zaxxer.hikari.aliveBypassWindowMs";

    public static void main(String[] args) {
        // By default Hikari hands out a connection unasked within half a second of its last use, and a page on one to a
        // database that hangs would wait for the socket. Hikari reads this once, when it is loaded.
        if (System.getProperty(ALWAYS_ASK) == null) {
            System.setProperty(ALWAYS_ASK, "0");
        }
        SpringApplication.run(ShipOrSkip.class, args);
    }
}
