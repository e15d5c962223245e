package io.musubi.ledger;

import io.musubi.model.Claim;
import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.RecordAccess;
import io.musubi.model.Remark;
import io.musubi.model.Severity;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import io.musubi.model.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mapped record as bytes: a version byte, then the fields in order; texts as length and UTF-8. */
final class RecordCodec {
    private static final int VERSION = 1;

    private RecordCodec() {}

    static byte[] encode(MappedRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            text(out, record.format());
            text(out, record.localId());
            out.writeBoolean(record.isLocalIdPrivate());
            text(out, record.datestamp().orElse(""));
            out.writeBoolean(record.isDeleted());
            text(out, record.access().map(Enum::name).orElse(""));
            list(out, record.profiles(), RecordCodec::text);
            list(out, record.descriptions(), RecordCodec::description);
            list(out, record.about(), RecordCodec::statement);
            list(out, record.remarks(), RecordCodec::remark);
        } catch (IOException e) {
            throw new LedgerException("encoding a record", e);
        }
        return bytes.toByteArray();
    }

    static MappedRecord decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new LedgerException("A record has form " + version + ", this program reads form " + VERSION
                        + ": use the program that wrote it, or newer");
            }
            return new MappedRecord(
                    text(in),
                    text(in),
                    in.readBoolean(),
                    Optional.of(text(in)).filter(s -> !s.isEmpty()),
                    in.readBoolean(),
                    Optional.of(text(in)).filter(s -> !s.isEmpty()).map(RecordAccess::valueOf),
                    list(in, RecordCodec::text),
                    list(in, RecordCodec::description),
                    list(in, RecordCodec::statement),
                    list(in, RecordCodec::remark));
        } catch (IOException e) {
            throw new LedgerException("decoding a record", e);
        }
    }

    private static void description(DataOutputStream out, Description description) throws IOException {
        text(out, description.node());
        text(out, description.kind().segment());
        list(out, description.claims(), RecordCodec::claim);
        list(out, description.statements(), RecordCodec::statement);
    }

    private static Description description(DataInputStream in) throws IOException {
        return new Description(
                text(in), Kind.of(text(in)), list(in, RecordCodec::claim), list(in, RecordCodec::statement));
    }

    private static void claim(DataOutputStream out, Claim claim) throws IOException {
        text(out, claim.scheme());
        text(out, claim.value());
        text(out, claim.raw());
        out.writeBoolean(claim.isPrivate());
    }

    private static Claim claim(DataInputStream in) throws IOException {
        return new Claim(text(in), text(in), text(in), in.readBoolean());
    }

    private static void statement(DataOutputStream out, Statement statement) throws IOException {
        text(out, statement.fragment());
        text(out, statement.predicate());
        out.writeBoolean(statement.isPrivate());
        switch (statement.object()) {
            case Term.Iri iri -> texts(out, 'I', iri.value());
            case Term.Literal it -> texts(out, 'L', it.lexical(), it.datatype(), it.language());
            case Term.Part part -> texts(out, 'P', part.fragment());
            case Term.Thing thing -> texts(out, 'T', thing.node(), thing.fragment());
            case Term.Link link -> texts(out, 'K', link.scheme(), link.value(), link.otherwise());
        }
    }

    private static Statement statement(DataInputStream in) throws IOException {
        String fragment = text(in);
        String predicate = text(in);
        boolean isPrivate = in.readBoolean();
        int tag = in.readByte();
        Term object = switch (tag) {
            case 'I' -> new Term.Iri(text(in));
            case 'L' -> new Term.Literal(text(in), text(in), text(in));
            case 'P' -> new Term.Part(text(in));
            case 'T' -> new Term.Thing(text(in), text(in));
            case 'K' -> new Term.Link(text(in), text(in), text(in));
            default -> throw new IOException("'" + (char) tag + "' is no kind of term");
        };
        return new Statement(fragment, predicate, object, isPrivate);
    }

    private static void remark(DataOutputStream out, Remark remark) throws IOException {
        texts(out, 'R', remark.rule(), remark.severity().name(), remark.node(), remark.field(), remark.value());
        for (Text it : List.of(remark.expected(), remark.remedy())) {
            text(out, it.ja());
            text(out, it.en());
        }
        out.writeBoolean(remark.isPrivate());
    }

    private static Remark remark(DataInputStream in) throws IOException {
        in.readByte();
        return new Remark(
                text(in),
                Severity.valueOf(text(in)),
                text(in),
                text(in),
                text(in),
                new Text(text(in), text(in)),
                new Text(text(in), text(in)),
                in.readBoolean());
    }

    private static void texts(DataOutputStream out, char tag, String... texts) throws IOException {
        out.writeByte(tag);
        for (String it : texts) {
            text(out, it);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> void list(DataOutputStream out, List<T> values, Writer<T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>(Math.min(size, 10_000));
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }
}
