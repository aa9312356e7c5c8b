package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

@SpringBootApplication
public class JourneyApplication {

    public static void main(String[] args) {
        SpringApplication.run(JourneyApplication.class, args);
    }

    @Component
    static class Routes extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:live-journeys").to("ajo:journey?operation=list&filter=status=live&pageSize=5");
        }
    }
}
