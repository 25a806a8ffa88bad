// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/asker.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace jjak::e2e {

using namespace Qt::StringLiterals;

Asker::Asker(quint16 port) : m_port(port) {}

bool Asker::open()
{
    m_heard.clear();
    m_client = std::make_unique<test::LoadClients>(m_port, "/", "jjak.v1", [this](int, QByteArrayView text) { m_heard.append(text.toByteArray()); });
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

bool Asker::closed(int milliseconds)
{
    return m_client->pollUntil([&] { return m_client->closed() > 0; }, milliseconds);
}

} // namespace jjak::e2e
