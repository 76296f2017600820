package dev.parley.wiring;

/** The records in memory keep the contract. */
class InMemoryRecordsTest
    implements DialogueStoreContract,
        DeliveryContract,
        JournalContract,
        ApprovalsContract,
        ScheduleContract,
        EnrolmentsContract,
        TeachingContract,
        AuditLogContract {
  private final Records records = Records.inMemory();

  @Override
  public Records records() {
    return records;
  }
}
