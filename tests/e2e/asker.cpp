// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/asker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>
#include <algorithm>

namespace jjak::e2e {

using namespace Qt::StringLiterals;

Asker::Asker(quint16 port) : m_port(port) {}

bool Asker::open()
{
    m_heard.clear();
    m_client = std::make_unique<test::LoadClients>(m_port, "/", "jjak.v1", [this](int, QByteArrayView text) { m_heard.append(text.toByteArray()); });
    m_binary.clear();
    m_client->setOnBinary([this](int, QByteArrayView bytes) { m_binary.append(bytes.toByteArray()); });
    return m_client->connect(1);
}

bool Asker::greet()
{
    return open() && ask(u"hello"_s, {{u"protocol"_s, 1}, {u"client"_s, u"asker"_s}, {u"features"_s, QJsonArray()}}).code == "ok"_L1;
}

bool Asker::resume(const QString &token)
{
    return greet() && ask(u"session.resume"_s, {{u"token"_s, token}}).code == "ok"_L1;
}

Told Asker::ask(const QString &command, const QJsonObject &args)
{
    return askText(command, QJsonDocument(args).toJson(QJsonDocument::Compact));
}

Told Asker::askText(const QString &command, const QByteArray &args)
{
    const qint64 id = ++m_id;
    const qsizetype from = m_heard.size();
    QJsonObject answer;
    m_client->send(0, "{\"id\":" + QByteArray::number(id) + ",\"cmd\":\"" + command.toUtf8() + "\",\"args\":" + args + "}");
    qsizetype read = from;
    m_client->pollUntil(
        [&] {
            for (; read < m_heard.size() && answer.isEmpty(); ++read) {
                const QJsonObject frame = QJsonDocument::fromJson(m_heard[read]).object();
                if (const auto re = frame["re"_L1]; re == id || re == 0) // 0: the frame was no command at all
                    answer = frame;
            }
            return !answer.isEmpty() || m_client->closed() > 0;
        },
        5000);
    if (answer.isEmpty())
        return {u"nothing"_s};
    if (answer.contains("ok"_L1))
        return {u"ok"_s, {}, {}, answer["ok"_L1].toObject()};
    const QJsonObject err = answer["err"_L1].toObject(), what = err["args"_L1].toObject();
    return {err["code"_L1].toString(), what["field"_L1].toString(), what["reason"_L1].toString(), {}, what["until"_L1].toString()};
}

QJsonObject Asker::sendChunk(const QByteArray &bytes)
{
    qsizetype read = m_heard.size();
    QJsonObject progress;
    sendBinary(bytes);
    m_client->pollUntil(
        [&] {
            for (; read < m_heard.size() && progress.isEmpty(); ++read) {
                const QJsonObject frame = QJsonDocument::fromJson(m_heard[read]).object();
                if (frame["ev"_L1] == "file.progress"_L1)
                    progress = frame["data"_L1].toObject();
            }
            return !progress.isEmpty() || m_client->closed() > 0;
        },
        5000);
    return progress;
}

std::optional<QByteArray> Asker::askBytes(const QString &command, const QJsonObject &args)
{
    const qint64 id = ++m_id;
    QByteArray head(8, Qt::Uninitialized);
    qToBigEndian(id, head.data());
    const QByteArray refusal = "{\"re\":" + QByteArray::number(id) + ",";
    const auto isRefusal = [&](const QByteArray &text) { return text.startsWith(refusal); };
    const auto isAnswer = [&](const QByteArray &bytes) { return bytes.startsWith(head); };
    m_client->send(0, "{\"id\":" + QByteArray::number(id) + ",\"cmd\":\"" + command.toUtf8() + "\",\"args\":" + QJsonDocument(args).toJson(QJsonDocument::Compact) + "}");
    m_client->pollUntil([&] { return std::ranges::any_of(m_heard, isRefusal) || std::ranges::any_of(m_binary, isAnswer) || m_client->closed() > 0; }, 5000);
    const auto it = std::ranges::find_if(m_binary, isAnswer);
    return it == m_binary.end() ? std::nullopt : std::optional(it->mid(8));
}

bool Asker::closed(int milliseconds)
{
    return m_client->pollUntil([&] { return m_client->closed() > 0; }, milliseconds);
}

} // namespace jjak::e2e
