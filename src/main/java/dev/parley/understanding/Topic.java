package dev.parley.understanding;

import dev.parley.intent.ActionRequest;
import dev.parley.intent.Intent;

/** A request that a message may go on from: the one that is pending, or the last one made. */
public record Topic(Intent intent, ActionRequest request) {}
