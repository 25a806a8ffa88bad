// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/rfc6455_cases.h"

#include "tests/server/gateway/client_frames.h"

namespace jjak::gateway::test {

namespace {

void addCloseCodes(QList<FrameCase> &cases)
{
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999}) {
        cases.append({"close: code " + QByteArray::number(code), close(code, "bye"),
                      {gotClose(static_cast<std::uint16_t>(code), "bye")}});
    }
    for (const int code : {1012, 1013, 1014}) {
        cases.append({"close: code " + QByteArray::number(code), close(code),
                      {gotClose(static_cast<std::uint16_t>(code))}, HeldTo::Jjak});
    }
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 32768, 65535})
        cases.append({"close: code " + QByteArray::number(code), close(code), {failed(CloseProtocolError)}});
}

//! A message of `count` frames of one byte.
QByteArray inFrames(int count)
{
    QByteArray bytes = textStart("x");
    for (int i = 2; i < count; ++i)
        bytes += more("x");
    return bytes + last("x");
}

void addFragmentLimits(QList<FrameCase> &cases)
{
    cases.append({"limits: 64 fragments", inFrames(64), {gotText(QByteArray(64, 'x'))}});
    cases.append({"limits: 65 fragments", inFrames(65), {failed(ClosePolicy)}, HeldTo::Jjak});
    FrameCase empty{"limits: empty fragments without an end", textStart(""), {failed(ClosePolicy)}, HeldTo::Jjak};
    for (int i = 0; i < 200; ++i)
        empty.bytes += more("");
    cases.append(empty);
    cases.append({"limits: two messages of 40 fragments", inFrames(40) + inFrames(40),
                  {gotText(QByteArray(40, 'x')), gotText(QByteArray(40, 'x'))}});
}

} // namespace

QList<FrameCase> closeCases()
{
    const QByteArray longest(123, 'r');
    const QByteArray hangul("\xEC\x95\x88\xEB\x85\x95");
    QList<FrameCase> cases{
        {"close: without a code", closeWith(""), {gotClose(CloseNoStatus)}},
        {"close: without a reason", close(1000), {gotClose(1000)}},
        {"close: with a reason in Hangul", close(1000, hangul), {gotClose(1000, hangul)}},
        {"close: with a reason of 123 bytes", close(1000, longest), {gotClose(1000, longest)}},
        {"close: with a reason of 124 bytes", close(1000, longest + 'r'), {failed(CloseProtocolError)}},
        {"close: of one byte", closeWith("\x03"), {failed(CloseProtocolError)}},
        {"close: of one byte, before one that would make it a code", closeWith("\x03") + "\xE8", {failed(CloseProtocolError)}},
        {"close: with a reason that is no UTF-8", close(1000, "\xCE\xBA\xED\xA0\x80"), {failed(CloseBadText)}},
        {"close: with a reason that ends inside a code point", close(1000, "\xEC\x95"), {failed(CloseBadText)}},
        {"close: after a message", text("a") + close(1000), {gotText("a"), gotClose(1000)}},
        {"close: after a ping", ping("p") + close(1001), {gotPing("p"), gotClose(1001)}},
        {"close: a message after it", close(1000) + text("a"), {gotClose(1000)}},
        {"close: a ping after it", close(1000) + ping("p"), {gotClose(1000)}},
        {"close: twice", close(1000, "first") + close(1001, "second"), {gotClose(1000, "first")}},
        {"close: a wrong frame after it", close(1000) + frame(0xF3, "x"), {gotClose(1000)}},
        {"close: inside a fragmented message, whose end follows", textStart("a") + close(1000) + last("b"), {gotClose(1000)}},
        {"close: nothing after a failure", frame(0x83, "x") + text("a") + close(1000), {failed(CloseProtocolError)}},
        {"close: no ping after a failure", text("\xFF") + ping("p"), {failed(CloseBadText)}},
    };
    addCloseCodes(cases);
    return cases;
}

QList<FrameCase> limitCases()
{
    const QByteArray full(65536, 'f');
    const QByteArray half(32768, 'h');
    QByteArray hangul;
    while (hangul.size() < 26000 * 3)
        hangul += "\xEC\x95\x88";
    QList<FrameCase> cases{
        {"limits: text of 65,536 bytes", text(full), {gotText(full)}},
        {"limits: binary of 65,536 bytes", binary(full), {gotBinary(full)}},
        {"limits: text of 65,537 bytes", text(full + 'f'), {failed(CloseTooBig)}},
        {"limits: binary of 65,537 bytes", binary(full + 'f'), {failed(CloseTooBig)}},
        {"limits: a frame of 1 GiB, announced", announced(0x82, Q_UINT64_C(1) << 30), {failed(CloseTooBig)}},
        {"limits: a frame of 2^63 - 1 bytes, announced", announced(0x82, (Q_UINT64_C(1) << 63) - 1), {failed(CloseTooBig)}},
        {"limits: two halves", textStart(half) + last(half), {gotText(half + half)}},
        {"limits: two halves and a byte", textStart(half) + more(half) + last("x"), {failed(CloseTooBig)}},
        {"limits: two halves and a byte of binary", binaryStart(half) + more(half) + last("x"), {failed(CloseTooBig)}},
        {"limits: a full frame and a byte", textStart(full) + last("x"), {failed(CloseTooBig)}},
        {"limits: a full frame and an empty one", textStart(full) + last(""), {gotText(full)}},
        {"limits: 78,000 bytes of Hangul in two frames", textStart(hangul.first(39000)) + last(hangul.sliced(39000)), {failed(CloseTooBig)}},
        {"limits: the same message three times", text(full) + text(full) + text(full), {gotText(full), gotText(full), gotText(full)}},
        {"limits: a big message after two halves", binaryStart(half) + last(half) + binary(full), {gotBinary(half + half), gotBinary(full)}},
        {"limits: a ping does not count", textStart(half) + ping(QByteArray(125, 'p')) + last(half),
         {gotPing(QByteArray(125, 'p')), gotText(half + half)}},
    };
    addFragmentLimits(cases);
    return cases;
}

} // namespace jjak::gateway::test
