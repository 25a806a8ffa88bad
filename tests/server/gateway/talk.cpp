// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/talk.h"

#include "tests/server/gateway/client_frames.h"

namespace jjak::gateway::test {

using namespace protocol;

Heard parsed(const QByteArray &frame)
{
    const auto byte = [&](qsizetype i) { return int(quint8(frame.at(i))); };
    const int shortLength = byte(1);
    const qsizetype head = shortLength < 126 ? 2 : shortLength == 126 ? 4 : 10;
    Heard out{byte(0) & 0x0f, frame.mid(head), 0};
    if (out.opcode == 8 && out.payload.size() >= 2)
        out.closeCode = quint8(out.payload.at(0)) << 8 | quint8(out.payload.at(1));
    return out;
}

cmd::Hello aHello()
{
    return {limits::protocolVersion, QStringLiteral("test 1"), {}};
}

cmd::SignIn aSignIn()
{
    SeededRng rng(1);
    return {ClientId::random(rng), QStringLiteral("minji"), QStringLiteral("secret"), QStringLiteral("desk")};
}

Talk::Talk(const GatewayLimits &withLimits, const QList<QByteArray> &origins) : limits(withLimits)
{
    rules.origins = origins;
    SeededRng rng(2);
    identity = {AccountId::random(rng), DeviceId::random(rng)};
}

void Talk::receive(QByteArray bytes)
{
    connection.receive({bytes.data(), size_t(bytes.size())}, now);
}

void Talk::say(const QByteArray &json)
{
    receive(text(json));
}

void Talk::shakeHands()
{
    receive(upgradeRequest());
    heard();
}

void Talk::greet()
{
    shakeHands();
    ask(1, aHello());
    answer();
    heard();
}

void Talk::signIn()
{
    greet();
    ask(2, aSignIn());
    connection.bind(identity);
    answer();
    heard();
    door.submitted.clear();
}

void Talk::answer(const QByteArray &payload)
{
    connection.deliver(textFrame(payload), Connection::Answers::Command);
}

void Talk::expireAt(Ticks time)
{
    now = time;
    connection.expire(now);
}

QList<Heard> Talk::heard()
{
    QList<Heard> out;
    for (; m_read < transport.sent.size(); ++m_read) {
        if (const QByteArray &bytes = transport.sent[m_read]; !bytes.startsWith("HTTP/"))
            out.append(parsed(bytes));
    }
    return out;
}

Error Talk::refusal()
{
    const auto all = heard();
    const auto frame = all.size() == 1 ? parseServerFrame(all.first().payload) : Result<ServerFrame>(ErrorCode::Unavailable);
    const auto *answered = frame ? std::get_if<Answered>(&frame.value()) : nullptr;
    const auto *error = answered ? std::get_if<Error>(&answered->result) : nullptr;
    return error ? *error : Error{ErrorCode::Unavailable, {}, QStringLiteral("none"), {}};
}

int Talk::closeCode()
{
    if (!connection.closing() || !transport.finished || transport.sent.isEmpty())
        return 0;
    return parsed(transport.sent.last()).closeCode;
}

} // namespace jjak::gateway::test
