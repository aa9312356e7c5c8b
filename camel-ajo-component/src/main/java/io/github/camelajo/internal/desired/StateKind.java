package io.github.camelajo.internal.desired;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of object that a document can describe.
 *
 * @param name      section of a document
 * @param api       API of the catalogue
 * @param what      one line for people
 * @param keyFields what makes two objects the same one. The first one can be renamed
 * @param folder    field that tells objects of one key apart where both sides have it, {@code null} for none
 * @param singleton whether there is one at most
 * @param idField   where the identifier is in an object of Adobe's
 * @param idParam   parameter of get, update and delete
 * @param removal   whether an object can be deleted
 * @param markField text field that can hold a mark, {@code null} for none
 * @param after     what makes an object act after it was stored
 * @param server    fields that Adobe makes: taken in a document, and passed over
 * @param rules     the other fields
 * @param root      the rules as a tree
 */
record StateKind(
        String name,
        String api,
        String what,
        List<String> keyFields,
        String folder,
        boolean singleton,
        String idField,
        String idParam,
        boolean removal,
        String markField,
        After after,
        Set<String> server,
        List<FieldRule> rules,
        RuleTree root) {

    /** How a stored object takes effect. */
    enum After {
        /** At once. */
        NOTHING,
        /** It is deployed again after each change. */
        DEPLOY_EACH_CHANGE,
        /** It is deployed once; later changes take effect at once. */
        DEPLOY_ONCE,
        /** Its draft is published. */
        PUBLISH
    }

    boolean isDeployed() {
        return after == After.DEPLOY_EACH_CHANGE || after == After.DEPLOY_ONCE;
    }

    /**
     * The field of a document that says whether an object is deployed or published; {@code null} where neither exists.
     */
    String actField() {
        if (after == After.PUBLISH) {
            return "publish";
        }
        return isDeployed() ? "deploy" : null;
    }

    boolean isSuppression() {
        return api.startsWith("suppression-");
    }

    /** Whether a list contains the complete objects. */
    boolean isListedWhole() {
        return isDeployed() || isSuppression();
    }

    /** Whether the key of an object is personal data. */
    boolean isPersonal() {
        return rules.stream().anyMatch(rule -> rule.role() == FieldRule.Role.PERSONAL);
    }

    /** The canonical form of an object, from a document or from Adobe. */
    Map<String, Object> canon(Map<?, ?> object) {
        return Canon.of(this, object);
    }

    @Override
    public String toString() {
        return name;
    }
}
