package dev.parley.action.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.action.Action;
import dev.parley.action.ActiveRun;
import dev.parley.action.CommandTemplate;
import dev.parley.action.HeadLines;
import dev.parley.action.Outcomes;
import dev.parley.action.Plan;
import dev.parley.action.SlotValues;
import dev.parley.action.Verdict;
import dev.parley.intent.ActionRequest;
import dev.parley.intent.ActionSpec;
import dev.parley.intent.Intent;
import dev.parley.intent.Outcome;
import dev.parley.inventory.Inventory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Runs a program on the assistant's own machine: an argv without a shell, a clean environment, an
 * empty working folder, and the values also as JSON on standard input.
 */
public final class ProcessAction implements Action {
  private static final String HERE = "this machine";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path workFolders;

  /**
   * @param workFolders where each run gets an empty folder of its own
   */
  public ProcessAction(Path workFolders) {
    this.workFolders = workFolders;
  }

  @Override
  public Plan plan(Intent intent, ActionRequest request, Inventory inventory) {
    var values = new SlotValues(intent, request, inventory);
    var argv = new CommandTemplate(spec(intent).command()).render(values::of);
    return new Plan(List.of(new Plan.Step(null, argv)), List.of());
  }

  @Override
  public Outcome run(
      Intent intent, ActionRequest request, Plan plan, Inventory inventory, ActiveRun run) {
    var spec = spec(intent);
    var values = new SlotValues(intent, request, inventory);
    int lines = HeadLines.of(spec.head(), values);
    var results =
        plan.steps().stream()
            .map(step -> new Verdict(HERE, step.argv(), spec.ok(), lines))
            .map(verdict -> new LocalCommand(workFolders, verdict, spec.timeout(), run))
            .map(command -> command.run(json(request)))
            .toList();
    return Outcomes.of(results, results.get(0).took(), run);
  }

  private static ActionSpec.Process spec(Intent intent) {
    return (ActionSpec.Process) intent.action();
  }

  private static byte[] json(ActionRequest request) {
    var slots = new LinkedHashMap<String, List<String>>();
    request.slots().keySet().forEach(name -> slots.put(name, request.canonical(name)));
    var values = new LinkedHashMap<String, Object>();
    values.put("intent", request.intent());
    values.put("slots", slots);
    try {
      return JSON.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings and lists can always be written as JSON.", e);
    }
  }
}
