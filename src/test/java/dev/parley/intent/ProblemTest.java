package dev.parley.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void whatAFileHoldsBeginsNoLineAndDoesNothingToATerminal() {
    var problem = new Problem("a.yml", 3, "No role is called x\ny\u001b[2J\u202ez.", "Add it.");
    assertThat(problem.toString())
        .isEqualTo("a.yml:3: No role is called x\\u000Ay\\u001B[2J\\u202Ez. Add it.");
  }

  @Test
  void everythingElseStaysAsItIs() {
    var problem = new Problem("a.yml", 0, "Müde Grüße, 日本 😀.", "Weiter.");
    assertThat(problem.toString()).isEqualTo("a.yml:1: Müde Grüße, 日本 😀. Weiter.");
  }
}
