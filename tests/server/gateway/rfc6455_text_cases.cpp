// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/rfc6455_cases.h"

#include "tests/server/gateway/client_frames.h"

namespace jjak::gateway::test {

namespace {

QByteArray bytesOf(const char *hex)
{
    return QByteArray::fromHex(hex);
}

void addWrongOrders(QList<FrameCase> &cases)
{
    const auto refused = [&](const QByteArray &name, const QByteArray &bytes) {
        cases.append({"fragmentation: " + name, bytes, {failed(CloseProtocolError)}});
    };
    refused("a final continuation of nothing", last("a"));
    refused("a continuation of nothing, not final", more("a"));
    refused("an empty continuation of nothing", last(""));
    refused("a new text inside a message", textStart("a") + text("b"));
    refused("a new binary inside a message", textStart("a") + binary("b"));
    refused("a new fragmented text inside a message", textStart("a") + textStart("b"));
    refused("a new binary inside a binary", binaryStart("a") + more("b") + binary("c"));
    refused("a ping that is not final", frame(0x09, "p"));
    refused("a pong that is not final", frame(0x0A, "p"));
    refused("a close that is not final", frame(0x08, "\x03\xE8"));
    refused("a ping in two frames", frame(0x09, "p") + last("q"));
    refused("a ping that is not final inside a message", textStart("a") + frame(0x09, "p") + last("b"));
    cases.append({"fragmentation: a continuation after a whole message", text("a") + last("b"), {gotText("a"), failed(CloseProtocolError)}});
    cases.append({"fragmentation: a continuation after a fragmented message", textStart("a") + last("b") + last("c"),
                  {gotText("ab"), failed(CloseProtocolError)}});
    cases.append({"fragmentation: noticed at the first byte", textStart("a") + QByteArray(1, '\x81'), {failed(CloseProtocolError)},
                  HeldTo::Jjak});
}

struct Sample { const char *name; const char *hex; };

constexpr Sample validText[] = {
    {"Hangul", "ec9588eb8595ed9598ec84b8ec9a94"},
    {"Hangul jamo that combine", "e18492e185a1e186ab"},
    {"Greek", "cebae1bdb9cf83cebcceb5"},
    {"an emoji", "f09f9291"},
    {"an emoji family of four joined", "f09f91a8e2808df09f91a9e2808df09f91a7e2808df09f91a6"},
    {"U+0000", "00"}, {"U+007F", "7f"}, {"U+0080", "c280"}, {"U+07FF", "dfbf"}, {"U+0800", "e0a080"}, {"U+0FFF", "e0bfbf"},
    {"U+1000", "e18080"}, {"U+CFFF", "ecbfbf"}, {"U+D7FF", "ed9fbf"}, {"U+E000", "ee8080"}, {"U+FEFF", "efbbbf"},
    {"U+FFFD", "efbfbd"}, {"the non-character U+FFFE", "efbfbe"}, {"the non-character U+FFFF", "efbfbf"}, {"U+10000", "f0908080"},
    {"U+3FFFF", "f0bfbfbf"}, {"U+40000", "f1808080"}, {"U+FFFFF", "f3bfbfbf"}, {"U+10FFFF", "f48fbfbf"},
};

constexpr Sample invalidText[] = {
    {"a lone continuation 80", "80"}, {"a lone continuation BF", "bf"}, {"six continuations", "8081828384bf"},
    {"over-long NUL in two bytes", "c080"}, {"over-long U+007F in two bytes", "c1bf"}, {"over-long U+002F in three bytes", "e080af"},
    {"over-long U+07FF in three bytes", "e09fbf"}, {"over-long U+002F in four bytes", "f08080af"},
    {"over-long U+FFFF in four bytes", "f08fbfbf"}, {"a sequence of five bytes", "f888808080"}, {"a sequence of six bytes", "fc8480808080"},
    {"the surrogate D800", "eda080"}, {"the surrogate DBFF", "edafbf"}, {"the surrogate DC00", "edb080"}, {"the surrogate DFFF", "edbfbf"},
    {"a pair of surrogates", "eda080edb080"}, {"U+110000", "f4908080"}, {"the lead F5", "f5808080"}, {"the byte FE", "fe"},
    {"the byte FF", "ff"}, {"a lead of two before a letter", "c361"}, {"a lead of three before a letter", "e26161"},
    {"a lead of four after one continuation", "f09f61"}, {"a lead before a lead", "c3c3a9"}, {"an end inside two bytes", "61c3"},
    {"an end inside three bytes", "61e282"}, {"an end inside four bytes", "61f09f92"}, {"good text, then FF, then good text", "68656c6c6fff68656c6c6f"},
    {"FF after long ASCII", "6161616161616161616161616161616161616161616161616161616161616161ff"},
};

} // namespace

QList<FrameCase> fragmentationCases()
{
    QList<FrameCase> cases{
        {"fragmentation: Hello of §5.7 in two frames", textStart("Hel") + last("lo"), {gotText("Hello")}},
        {"fragmentation: binary in three frames", binaryStart("\xFF") + more("\x80") + last("\xFE"), {gotBinary("\xFF\x80\xFE")}},
        {"fragmentation: empty first frame", textStart("") + last("a"), {gotText("a")}},
        {"fragmentation: empty last frame", textStart("a") + last(""), {gotText("a")}},
        {"fragmentation: empty middle frame", textStart("a") + more("") + last("b"), {gotText("ab")}},
        {"fragmentation: three empty frames", textStart("") + more("") + last(""), {gotText("")}},
        {"fragmentation: a ping between the frames", textStart("a") + ping("p") + last("b"), {gotPing("p"), gotText("ab")}},
        {"fragmentation: a pong between the frames", textStart("a") + pong("p") + last("b"), {gotPong("p"), gotText("ab")}},
        {"fragmentation: pings between all frames", textStart("a") + ping("1") + more("b") + ping("2") + last("c") + ping("3"),
         {gotPing("1"), gotPing("2"), gotText("abc"), gotPing("3")}},
        {"fragmentation: two fragmented messages", textStart("a") + last("b") + binaryStart("c") + last("d"), {gotText("ab"), gotBinary("cd")}},
        {"fragmentation: a whole message after a fragmented one", textStart("a") + last("b") + text("c"), {gotText("ab"), gotText("c")}},
        {"fragmentation: frames of every length form",
         binaryStart(QByteArray(5, 'a')) + more(QByteArray(200, 'b')) + last(QByteArray(60000, 'c')),
         {gotBinary(QByteArray(5, 'a') + QByteArray(200, 'b') + QByteArray(60000, 'c'))}},
        {"fragmentation: a message that is not ended", textStart("a") + more("b"), {}},
        {"fragmentation: a close between the frames", textStart("a") + close(1000), {gotClose(1000)}},
    };
    FrameCase single{"fragmentation: a byte a frame", textStart("H"), {gotText("Hello, whole wide world")}};
    for (const char c : QByteArray("ello, whole wide worl"))
        single.bytes += more(QByteArray(1, c));
    single.bytes += last("d");
    cases.append(single);
    addWrongOrders(cases);
    return cases;
}

QList<FrameCase> utf8Cases()
{
    QList<FrameCase> cases;
    for (const Sample &sample : validText) {
        const QByteArray payload = bytesOf(sample.hex);
        cases.append({QByteArray("UTF-8: ") + sample.name, text(payload), {gotText(payload)}});
    }
    for (const Sample &sample : invalidText)
        cases.append({QByteArray("UTF-8: ") + sample.name, text(bytesOf(sample.hex)), {failed(CloseBadText)}});
    cases.append({"UTF-8: wrong text after a good message", text("a") + text("\xFF"), {gotText("a"), failed(CloseBadText)}});
    return cases;
}

QList<FrameCase> splitUtf8Cases()
{
    QList<FrameCase> cases;
    for (const char *hex : {"c3a9", "e282ac", "ec9588", "f09f9291", "f48fbfbf"}) {
        const QByteArray point = bytesOf(hex);
        for (qsizetype at = 1; at < point.size(); ++at) {
            cases.append({QByteArray("split UTF-8: ") + hex + " after byte " + QByteArray::number(at),
                          textStart("a" + point.first(at)) + last(point.sliced(at) + "b"), {gotText("a" + point + "b")}});
        }
    }
    const QByteArray mixed = bytesOf("ec9588f09f9291c3a9");
    FrameCase single{"split UTF-8: every byte in its own frame", textStart(mixed.first(1)), {gotText(mixed)}};
    for (qsizetype i = 1; i + 1 < mixed.size(); ++i)
        single.bytes += more(mixed.sliced(i, 1));
    single.bytes += last(mixed.last(1));
    cases.append(single);
    cases.append({"split UTF-8: with a ping inside a code point", textStart("\xEC\x95") + ping("p") + last("\x88"),
                  {gotPing("p"), gotText("\xEC\x95\x88")}});
    cases.append({"split UTF-8: with an empty frame inside a code point", textStart("\xEC\x95") + more("") + last("\x88"),
                  {gotText("\xEC\x95\x88")}});
    cases.append({"split UTF-8: the message ends inside a code point", textStart("a") + last("\xEC\x95"), {failed(CloseBadText)}});
    cases.append({"split UTF-8: an empty last frame inside a code point", textStart("\xEC\x95") + last(""), {failed(CloseBadText)}});
    cases.append({"split UTF-8: continued with a letter", textStart("\xEC\x95") + last("a"), {failed(CloseBadText)}});
    cases.append({"split UTF-8: a surrogate over two frames", textStart("\xED") + last("\xA0\x80"), {failed(CloseBadText)}});
    cases.append({"split UTF-8: over-long over two frames", textStart("\xE0") + last("\x80\xAF"), {failed(CloseBadText)}});
    cases.append({"split UTF-8: what was left open does not reach the next message", text("a") + textStart("\xEC") + last("\x95\x88") + text("\xC3\xA9"),
                  {gotText("a"), gotText("\xEC\x95\x88"), gotText("\xC3\xA9")}});
    cases.append({"split UTF-8: noticed before the frame is complete", text("ab\xFFzzzz").chopped(4), {failed(CloseBadText)}, HeldTo::Jjak});
    cases.append({"split UTF-8: noticed before the message is complete", textStart("a\xF4\x90"), {failed(CloseBadText)}, HeldTo::Jjak});
    return cases;
}

} // namespace jjak::gateway::test
