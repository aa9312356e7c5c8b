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
class SyncLimitsTest {

    private static final String TITLES = "url,methods,caller,maxCalls,periodMs,maxConnections\n";

    @TempDir
    Path folder;

    @Test
    void aSecondRunFindsNothingToDo(QuarkusMainLauncher launcher) throws IOException {
        Path file = file("https://twice.example.com/*,POST PUT,action,100,1000,20\n"
                + "https://twice.example.com/*,GET,dataSource,10,60000,\n");

        LaunchResult first = launcher.launch(file.toString());
        LaunchResult second = launcher.launch(file.toString());

        assertThat(first.exitCode()).isZero();
        assertThat(first.getOutput())
                .contains("Done: create https://twice.example.com/* (action)")
                .contains("Done: create https://twice.example.com/* (dataSource)")
                .contains("Changes: 2 done, 0 failed");
        assertThat(second.exitCode()).isZero();
        assertThat(second.getOutput()).contains("nothing to do").doesNotContain("Done:");
    }

    @Test
    void aChangedLineIsStoredAndDeployed(QuarkusMainLauncher launcher) throws IOException {
        launcher.launch(
                file("https://change.example.com/*,POST,action,100,1000,\n").toString());

        Path changed = file("https://change.example.com/*,POST,action,200,1000,\n");

        assertThat(launcher.launch(changed.toString()).getOutput())
                .contains("Done: update https://change.example.com/* (action)");
        assertThat(launcher.launch(changed.toString()).getOutput()).contains("nothing to do");
    }

    @Test
    void aDryRunChangesNothing(QuarkusMainLauncher launcher) throws IOException {
        String file = file("https://dry.example.com/*,POST,action,100,1000,\n").toString();

        for (int run = 0; run < 2; run++) {
            LaunchResult result = launcher.launch("--dry-run", file);

            assertThat(result.exitCode()).isZero();
            assertThat(result.getOutput())
                    .contains("Would: create https://dry.example.com/* (action)", "Dry run: 1 to do");
        }
    }

    @Test
    void whatIsNotListedStaysUnlessAskedOtherwise(QuarkusMainLauncher launcher) throws IOException {
        String stay = "https://stay.example.com/*,POST,action,100,1000,\n";
        launcher.launch(file(stay + "https://leave.example.com/*,POST,action,100,1000,\n")
                .toString());
        String one = file(stay).toString();

        assertThat(launcher.launch(one).getOutput()).contains("nothing to do");
        assertThat(launcher.launch("--remove-unlisted", one).getOutput())
                .contains("Done: remove https://leave.example.com/* (action)");
        assertThat(launcher.launch("--remove-unlisted", one).getOutput()).contains("nothing to do");
    }

    @Test
    void aLimitThatAdobeRefusesFailsTheRunButNotTheOthers(QuarkusMainLauncher launcher) throws IOException {
        LaunchResult result = launcher.launch(
                file("not an address,POST,action,100,1000,\n" + "https://other.example.com/*,POST,action,100,1000,\n")
                        .toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getOutput())
                .contains("Failed: create not an address (action)", "ERR_ENDPOINTCONFIG")
                .contains("Done: create https://other.example.com/* (action)")
                .contains("Changes: 1 done, 1 failed");
    }

    @Test
    void aWrongFileChangesNothing(QuarkusMainLauncher launcher) throws IOException {
        LaunchResult result = launcher.launch(
                file("https://wrong.example.com/*,POST,action,many,1000,\n").toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getOutput()).contains("Nothing was changed", "line 2: maxCalls is 'many', allowed");
    }

    @Test
    void aWrongCommandLineTellsWhatIsAllowed(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch("--dry");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.getOutput()).contains("Unknown option --dry", "[--dry-run]");
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("limits.csv"), TITLES + lines);
    }
}
