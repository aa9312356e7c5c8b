package io.github.camelajo.example.customaction;

import java.util.Map;

/**
 * What a journey asks for.
 *
 * @param id     the step of the journey that asks: the same for each repeat of its call, another one for each person and step
 * @param email  who gets the voucher
 * @param amount what it is worth
 */
record VoucherOrder(String id, String email, int amount) {

    private static final int LONGEST = 200;

    /**
     * Reads the body of the action. Its fields are set up in Journey Optimizer: {@code instance} is the journey property
     * {@code instanceUID}, {@code node} is {@code currentNodeId}.
     *
     * @throws InvalidOrderException if something is missing or wrong: no repeat would help
     */
    static VoucherOrder of(Map<?, ?> body) {
        int amount = body.get("amount") instanceof Integer number ? number : 0;
        if (amount < 1 || amount > 500) {
            throw new InvalidOrderException("amount must be a whole number from 1 to 500");
        }
        return new VoucherOrder(text(body, "instance") + "/" + text(body, "node"), text(body, "email"), amount);
    }

    private static String text(Map<?, ?> body, String field) {
        if (body.get(field) instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
            return text;
        }
        throw new InvalidOrderException(field + " must be a text of 1 to " + LONGEST + " characters");
    }

    /** As named parameters of SQL. */
    Map<String, Object> toMap() {
        return Map.of("id", id, "email", email, "amount", amount);
    }
}
