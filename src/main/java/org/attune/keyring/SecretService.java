package org.attune.keyring;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/**
 * The objects of freedesktop's Secret Service, as far as they are used here; see <a
 * href="https://specifications.freedesktop.org/secret-service-spec/latest/">its specification</a>.
 * Types that the D-Bus library makes from what it reads must be public, with public constructors.
 */
@DBusInterfaceName("org.freedesktop.Secret.Service")
interface SecretService extends DBusInterface {
    @DBusMemberName("OpenSession")
    Opened<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input);

    @DBusMemberName("SearchItems")
    Items<List<DBusPath>, List<DBusPath>> searchItems(Map<String, String> attributes);

    @DBusMemberName("ReadAlias")
    DBusPath readAlias(String name);

    /** A set of secrets that is locked and unlocked as a whole. */
    @DBusInterfaceName("org.freedesktop.Secret.Collection")
    interface Collection extends DBusInterface {
        @DBusMemberName("CreateItem")
        Created<DBusPath, DBusPath> createItem(
                Map<String, Variant<?>> properties, Secret secret, boolean replace);
    }

    /** One secret with what it is found by. */
    @DBusInterfaceName("org.freedesktop.Secret.Item")
    interface Item extends DBusInterface {
        @DBusMemberName("GetSecret")
        Secret getSecret(DBusPath session);

        /** What is to be asked first, or {@code /}. */
        @DBusMemberName("Delete")
        DBusPath delete();
    }

    /** A secret on its way, sealed for one session. */
    final class Secret extends Struct {
        @Position(0)
        public final DBusPath session;

        @Position(1)
        public final byte[] parameters;

        @Position(2)
        public final byte[] value;

        @Position(3)
        public final String contentType;

        public Secret(DBusPath session, byte[] parameters, byte[] value, String contentType) {
            this.session = session;
            this.parameters = parameters;
            this.value = value;
            this.contentType = contentType;
        }
    }

    /** The other side's part of the agreement on a key, and the session. */
    final class Opened<A, B> extends Tuple {
        @Position(0)
        public final A output;

        @Position(1)
        public final B session;

        public Opened(A output, B session) {
            this.output = output;
            this.session = session;
        }
    }

    /** Items found. */
    final class Items<A, B> extends Tuple {
        @Position(0)
        public final A unlocked;

        @Position(1)
        public final B locked;

        public Items(A unlocked, B locked) {
            this.unlocked = unlocked;
            this.locked = locked;
        }
    }

    /** The new item, or what is to be asked first; the other is {@code /}. */
    final class Created<A, B> extends Tuple {
        @Position(0)
        public final A item;

        @Position(1)
        public final B prompt;

        public Created(A item, B prompt) {
            this.item = item;
            this.prompt = prompt;
        }
    }
}
