package io.github.camelajo.example.java;

import java.util.Map;

import io.github.camelajo.model.ChannelData;
import io.github.camelajo.model.MessageRequest;
import io.github.camelajo.model.Recipient;

/** An order that a customer has placed. */
record Order(String number, String email, String firstName) {

    /** The confirmation: one campaign, one recipient, and what the campaign's template shows of the order. */
    MessageRequest confirmation(String campaignId) {
        Recipient customer = Recipient.external(email, "email")
                .withChannelData(ChannelData.email(email))
                .withContext(Map.of("order", number, "firstName", firstName));
        return MessageRequest.of(campaignId, customer);
    }
}
