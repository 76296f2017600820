/** A directory that speaks LDAP. */
@org.jspecify.annotations.NullMarked
package dev.parley.person.ldap;
