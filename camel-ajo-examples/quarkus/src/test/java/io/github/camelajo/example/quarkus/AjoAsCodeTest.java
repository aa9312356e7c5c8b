package io.github.camelajo.example.quarkus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command in test mode; the extension's Dev Service plays Adobe. */
@QuarkusMainTest
class AjoAsCodeTest {

    @TempDir
    Path folder;

    @Test
    void aPlanIsAppliedAndThenNothingIsLeftToDo(QuarkusMainLauncher launcher) throws IOException {
        write("limits.yaml", limit("twice", 100) + template("Twice"));

        LaunchResult plan = launcher.launch("plan", folder.toString());
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.getOutput())
                .contains("+ create     capping            https://twice.example.com/* (POST, action)")
                .contains("2 to create, 0 unchanged");
        String fingerprint = plan.getOutput().replaceAll("(?s).*plan (\\w{16}).*", "$1");

        LaunchResult applied = launcher.launch("apply", folder.toString(), "--plan=" + fingerprint);
        assertThat(applied.exitCode()).isZero();
        assertThat(applied.getOutput()).contains("[done]", "2 created, 0 unchanged");
        LaunchResult again = launcher.launch("apply", folder.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.getOutput()).contains("2 unchanged").contains("0 writes");
    }

    @Test
    void whatTheFilesDoNotWantAnyMoreStaysUnlessAskedOtherwise(QuarkusMainLauncher launcher) throws IOException {
        write("content.yaml", template("Stays") + template("Goes").replace("template:\n", ""));
        assertThat(launcher.launch("apply", folder.toString()).exitCode()).isZero();
        write("content.yaml", template("Stays"));

        assertThat(launcher.launch("plan", folder.toString()).exitCode()).isZero();
        assertThat(launcher.launch("apply", folder.toString(), "--prune").getOutput())
                .contains("- delete     template           Goes (email, html)");
        assertThat(launcher.launch("plan", folder.toString(), "--prune").exitCode())
                .isZero();
    }

    @Test
    void aWrongFileChangesNothing(QuarkusMainLauncher launcher) throws IOException {
        write("limits.yaml", limit("wrong", 100).replace("100", "many"));

        LaunchResult result = launcher.launch("apply", folder.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getErrorOutput()).contains("Nothing was changed", "limits.yaml: capping[0]");
    }

    @Test
    void whatIsNotThereIsToldByItsName(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("plan", folder.resolve("nowhere").toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getErrorOutput()).contains("There is no file or folder", "nowhere");
    }

    @Test
    void anObjectThatFailsIsInTheTableOnceAndTheOthersAreDone(QuarkusMainLauncher launcher) throws IOException {
        write("limits.yaml", limit("*", 100) + template("Beside"));

        LaunchResult result = launcher.launch("apply", folder.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getOutput())
                .containsOnlyOnce("ERR_ENDPOINTCONFIG_102")
                .contains("template           Beside (email, html)  [done]", "1 created, 1 failed, 0 unchanged");
        assertThat(result.getErrorOutput()).doesNotContain("ERR_ENDPOINTCONFIG_102");
    }

    @Test
    void anotherPlanThanTheOneThatWasLookedAtChangesNothing(QuarkusMainLauncher launcher) throws IOException {
        write("limits.yaml", template("Unseen"));

        LaunchResult result = launcher.launch("apply", folder.toString(), "--plan=0123456789abcdef");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getErrorOutput()).contains("nothing was written: the plan has changed");
        assertThat(result.getOutput()).contains("[skipped]", "1 skipped", "0 writes");
    }

    @Test
    void whatIsExportedIsAsWanted(QuarkusMainLauncher launcher) throws IOException {
        write("limits.yaml", limit("export", 100));
        launcher.launch("apply", folder.toString());
        Path exported = folder.resolve("exported");

        assertThat(launcher.launch("export", exported.toString()).exitCode()).isZero();

        assertThat(exported.resolve("capping.yaml")).content().contains("https://export.example.com/*");
        assertThat(exported.resolve("suppressionAddress.yaml")).doesNotExist();
        assertThat(launcher.launch("plan", exported.toString()).exitCode()).isZero();
    }

    @Test
    void aFileOfAnEarlierExportDoesNotStayWhenNothingOfItsKindIsLeft(QuarkusMainLauncher launcher) throws IOException {
        Path earlier = folder.resolve("throttling.yaml");
        write("throttling.yaml", "throttling: []\n");

        LaunchResult result = launcher.launch("export", folder.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("Removed " + earlier);
        assertThat(earlier).doesNotExist();
    }

    @Test
    void aWrongCommandLineTellsWhatIsAllowed(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("apply", "--prune");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getErrorOutput()).contains("Usage: plan FOLDER");
    }

    @Test
    void theBarFillsWhileObjectsAreComparedAndThenWhileTheyAreChanged(QuarkusMainLauncher launcher) {
        assertThat(ProgressBar.line(0, 0, 0, 0)).startsWith("[..............................] reading").hasSize(72);
        assertThat(ProgressBar.line(50, 100, 0, 0)).startsWith("[###############...............] 50 of 100 compared");
        assertThat(ProgressBar.line(100, 100, 3, 3)).startsWith("[##############################] 3 of 3 changed");
    }

    private static String limit(String name, int calls) {
        return """
                capping:
                  - url: https://%s.example.com/*
                    methods: [POST]
                    services: { action: { rating: { maxCallsCount: %d, periodInMs: 1000 } } }
                """.formatted(name, calls);
    }

    private static String template(String name) {
        return """
                template:
                  - name: %s
                    templateType: html
                    channels: [email]
                    template: { html: <p>Hello</p> }
                """.formatted(name);
    }

    private void write(String file, String sections) throws IOException {
        Files.writeString(folder.resolve(file), "version: 1\nname: shop\n" + sections);
    }
}
