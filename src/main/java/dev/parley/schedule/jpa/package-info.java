/** What runs later, in the database, and the alarms that ring for it. */
@org.jspecify.annotations.NullMarked
package dev.parley.schedule.jpa;
