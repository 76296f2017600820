package dev.parley;

import dev.parley.action.Journal;
import dev.parley.audit.AuditLog;
import dev.parley.delivery.Inbox;
import dev.parley.delivery.Outbox;
import dev.parley.delivery.PlaceNames;
import dev.parley.dialogue.DialogueStore;
import dev.parley.permission.Approvals;
import dev.parley.permission.OneTimePasswords;
import dev.parley.person.LinkedAccounts;
import dev.parley.schedule.Schedule;

/** Everything that is kept: what one commit of the assistant holds together. */
public record Stores(
    Transactions transactions,
    DialogueStore dialogues,
    Inbox<Answer> inbox,
    Outbox outbox,
    Journal journal,
    Approvals approvals,
    AuditLog audit,
    Schedule schedule,
    OneTimePasswords codes,
    LinkedAccounts accounts,
    PlaceNames places) {}
