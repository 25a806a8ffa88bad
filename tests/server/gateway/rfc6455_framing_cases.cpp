// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/rfc6455_cases.h"

#include "tests/server/gateway/client_frames.h"

namespace jjak::gateway::test {

namespace {

QByteArray hex(int value)
{
    return QByteArray::number(value, 16);
}

QByteArray withLengthBits(int first, qsizetype size, int bits)
{
    return ClientFrame{.first = first, .payload = QByteArray(size, 'x'), .lengthBits = bits}.bytes();
}

//! The same length in a longer form than it needs (RFC 6455 §5.2: "the minimal number of bytes MUST be used").
void addLengthsNotMinimal(QList<FrameCase> &cases)
{
    struct Form { qsizetype size; int bits; };
    for (const Form form : {Form{0, 16}, Form{125, 16}, Form{0, 64}, Form{125, 64}, Form{126, 64}, Form{65535, 64}}) {
        for (const int first : {0x81, 0x82}) {
            cases.append({"framing: " + QByteArray::number(form.size) + " bytes in a length of " + QByteArray::number(form.bits)
                              + " bits, opcode " + hex(first & 15),
                          withLengthBits(first, form.size, form.bits), {failed(CloseProtocolError)}});
        }
    }
}

} // namespace

QList<FrameCase> framingCases()
{
    QList<FrameCase> cases;
    for (const qsizetype size : {0, 1, 2, 125, 126, 127, 128, 4096, 65535}) {
        const QByteArray payload(size, '*');
        const QByteArray bytes(size, '\xFE');
        cases.append({"framing: text of " + QByteArray::number(size), text(payload), {gotText(payload)}});
        cases.append({"framing: binary of " + QByteArray::number(size), binary(bytes), {gotBinary(bytes)}});
    }
    addLengthsNotMinimal(cases);
    cases.append({"framing: highest bit of a 64-bit length", announced(0x82, Q_UINT64_C(1) << 63), {failed(CloseProtocolError)}});
    cases.append({"framing: 64-bit length of all ones", announced(0x81, ~Q_UINT64_C(0)), {failed(CloseProtocolError)}});
    cases.append({"framing: the masked Hello of §5.7", QByteArray::fromHex("818537fa213d7f9f4d5158"), {gotText("Hello")}});
    cases.append({"framing: the masked pong of §5.7", QByteArray::fromHex("8a8537fa213d7f9f4d5158"), {gotPong("Hello")}});
    cases.append({"framing: three frames in one piece", text("a") + binary("b") + text("c"),
                  {gotText("a"), gotBinary("b"), gotText("c")}});
    cases.append({"framing: an empty message between two others", text("a") + text("") + text("c"),
                  {gotText("a"), gotText(""), gotText("c")}});
    cases.append({"framing: text with a NUL in it", text(QByteArray("a\0b", 3)), {gotText(QByteArray("a\0b", 3))}});
    cases.append({"framing: binary that is no UTF-8", binary("\xFF\xC0\x80"), {gotBinary("\xFF\xC0\x80")}});
    FrameCase many{"framing: a hundred frames in one piece", {}, {}};
    for (int i = 0; i < 100; ++i) {
        many.bytes += text(QByteArray::number(i));
        many.expected.append(gotText(QByteArray::number(i)));
    }
    cases.append(many);
    cases.append({"framing: half a head", text("Hello").first(1), {}});
    cases.append({"framing: a head without its mask", text("Hello").first(4), {}});
    cases.append({"framing: a payload without its last byte", text("Hello").chopped(1), {}});
    cases.append({"framing: a message, then a part of the next", text("a") + text("Hello").chopped(2), {gotText("a")}});
    return cases;
}

QList<FrameCase> pingCases()
{
    const QByteArray bytes = QByteArray::fromHex("00ff80c0fe7f");
    const QByteArray full(125, 'p');
    const QByteArray over(126, 'p');
    QList<FrameCase> cases{
        {"pings: empty", ping(), {gotPing()}},
        {"pings: with text", ping("Hello"), {gotPing("Hello")}},
        {"pings: with bytes that are no UTF-8", ping(bytes), {gotPing(bytes)}},
        {"pings: of 125 bytes", ping(full), {gotPing(full)}},
        {"pings: of 126 bytes", ping(over), {failed(CloseProtocolError)}},
        {"pings: of 65,536 bytes", ping(QByteArray(65536, 'p')), {failed(CloseProtocolError)}},
        {"pings: 4 bytes in a length of 16 bits", withLengthBits(0x89, 4, 16), {failed(CloseProtocolError)}},
        {"pings: 4 bytes in a length of 64 bits", withLengthBits(0x89, 4, 64), {failed(CloseProtocolError)}},
        {"pings: an unsolicited pong", pong(), {gotPong()}},
        {"pings: an unsolicited pong with bytes", pong(bytes), {gotPong(bytes)}},
        {"pings: a pong of 125 bytes", pong(full), {gotPong(full)}},
        {"pings: a pong of 126 bytes", pong(over), {failed(CloseProtocolError)}},
        {"pings: a pong, then a ping", pong("x") + ping("y"), {gotPong("x"), gotPing("y")}},
        {"pings: a ping between two messages", text("a") + ping("p") + text("b"), {gotText("a"), gotPing("p"), gotText("b")}},
        {"pings: a good one, then one that is too long", ping("a") + ping(over), {gotPing("a"), failed(CloseProtocolError)}},
    };
    FrameCase ten{"pings: ten in one piece", {}, {}};
    for (int i = 0; i < 10; ++i) {
        ten.bytes += ping("ping " + QByteArray::number(i));
        ten.expected.append(gotPing("ping " + QByteArray::number(i)));
    }
    cases.append(ten);
    return cases;
}

QList<FrameCase> reservedBitCases()
{
    QList<FrameCase> cases;
    for (int bits = 1; bits <= 7; ++bits) {
        const int rsv = bits << 4;
        const QByteArray name = "reserved bits: " + QByteArray::number(bits) + " in a ";
        cases.append({name + "text", frame(0x81 | rsv, "Hello"), {failed(CloseProtocolError)}});
        cases.append({name + "ping after a message", text("a") + frame(0x89 | rsv, "p"), {gotText("a"), failed(CloseProtocolError)}});
    }
    for (const int rsv : {0x10, 0x20, 0x40}) {
        const QByteArray name = "reserved bits: " + QByteArray::number(rsv >> 4) + " in a ";
        cases.append({name + "binary", frame(0x82 | rsv, "Hello"), {failed(CloseProtocolError)}});
        cases.append({name + "pong", frame(0x8A | rsv), {failed(CloseProtocolError)}});
        cases.append({name + "close", frame(0x88 | rsv, "\x03\xE8"), {failed(CloseProtocolError)}});
        cases.append({name + "continuation", textStart("a") + frame(0x80 | rsv, "b"), {failed(CloseProtocolError)}});
    }
    cases.append({"reserved bits: noticed at the first byte", QByteArray(1, '\xC1'), {failed(CloseProtocolError)}, HeldTo::Jjak});
    return cases;
}

QList<FrameCase> opcodeCases()
{
    QList<FrameCase> cases;
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        const QByteArray name = "opcodes: " + QByteArray::number(opcode);
        cases.append({name + ", empty", frame(0x80 | opcode), {failed(CloseProtocolError)}});
        cases.append({name + ", after a message", text("a") + frame(0x80 | opcode, "b"), {gotText("a"), failed(CloseProtocolError)}});
        cases.append({name + ", not final", frame(opcode, "b"), {failed(CloseProtocolError)}});
    }
    cases.append({"opcodes: a reserved one inside a fragmented message", textStart("a") + frame(0x83, "b") + last("c"),
                  {failed(CloseProtocolError)}});
    cases.append({"opcodes: noticed at the first byte", QByteArray(1, '\x83'), {failed(CloseProtocolError)}, HeldTo::Jjak});
    return cases;
}

QList<FrameCase> maskingCases()
{
    const auto keyed = [](const QByteArray &key, const QByteArray &payload) {
        return ClientFrame{.payload = payload, .key = key}.bytes();
    };
    const auto bare = [](int first, const QByteArray &payload) {
        return ClientFrame{.first = first, .payload = payload, .masked = false}.bytes();
    };
    QList<FrameCase> cases{
        {"masking: a key of zeros", keyed(QByteArray(4, '\0'), "Hello"), {gotText("Hello")}},
        {"masking: a key of ones", keyed(QByteArray(4, '\xFF'), "Hello"), {gotText("Hello")}},
        {"masking: another key for each frame", keyed("abcd", "Hello, one") + keyed("\x80\x7F\x01\x02", "Hello, two"),
         {gotText("Hello, one"), gotText("Hello, two")}},
        {"masking: text without", bare(0x81, "Hello"), {failed(CloseProtocolError)}},
        {"masking: empty text without", bare(0x81, ""), {failed(CloseProtocolError)}},
        {"masking: long text without", bare(0x81, QByteArray(300, 'x')), {failed(CloseProtocolError)}},
        {"masking: binary without", bare(0x82, "Hello"), {failed(CloseProtocolError)}},
        {"masking: a ping without", bare(0x89, "p"), {failed(CloseProtocolError)}},
        {"masking: a continuation without", textStart("a") + bare(0x80, "b"), {failed(CloseProtocolError)}},
        {"masking: without, after a masked message", text("a") + bare(0x81, "b"), {gotText("a"), failed(CloseProtocolError)}},
        {"masking: a pong without", bare(0x8A, "p"), {failed(CloseProtocolError)}},
        {"masking: a close without", bare(0x88, "\x03\xE8"), {failed(CloseProtocolError)}},
    };
    QByteArray ramp;
    for (int i = 0; i < 1000; ++i)
        ramp.append(static_cast<char>(i));
    for (qsizetype size = 3; size <= 17; size += 2)
        cases.append({"masking: " + QByteArray::number(size) + " bytes of binary", binary(ramp.first(size)), {gotBinary(ramp.first(size))}});
    cases.append({"masking: every byte value", binary(ramp), {gotBinary(ramp)}});
    return cases;
}

} // namespace jjak::gateway::test
