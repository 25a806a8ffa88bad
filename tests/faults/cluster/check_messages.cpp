// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>

#include "tests/faults/cluster/checker.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

//! A message as its author's device knows it.
struct Written {
    QByteArray room;
    qint64 number = 0; //!< counts up for each person in each room
    qint64 seq = 0;    //!< 0: not acknowledged
    bool refused = false;
};

QString nameOf(const QByteArray &room, qint64 seq)
{
    return u"%1 no. %2"_s.arg(QString::fromLatin1(room)).arg(seq);
}

class MessageCheck final : public Check {
public:
    using Check::Check;

    void read(const Record &record) override
    {
        if (record.op == Op::Heard)
            return heard(record);
        if (record.op != Op::Wrote && record.op != Op::Acked && record.op != Op::Refused)
            return;
        Written &written = m_written[{record.device, record.fields[1].toByteArray()}];
        if (record.op == Op::Wrote)
            written = {record.room, record.number(2)};
        else if (record.op == Op::Refused)
            written.refused = true;
        else
            acked(record, written);
    }

    void finish() override
    {
        qint64 open = 0, refused = 0;
        for (auto it = m_written.cbegin(); it != m_written.cend(); ++it) {
            refused += it->refused;
            if (it->seq != 0 || it->refused)
                continue;
            m_findings.add(Wrong::Unanswered, u"%1 in %2"_s.arg(QString::fromLatin1(it.key().second), QString::fromLatin1(it->room)));
            ++open;
        }
        m_findings.figure(u"messages written"_s, m_written.size());
        m_findings.figure(u"acknowledged"_s, m_written.size() - refused - open);
        m_findings.figure(u"refused by their rooms"_s, refused);
        m_findings.figure(u"received"_s, m_heard);
        for (auto it = m_truth.rooms.cbegin(); it != m_truth.rooms.cend(); ++it)
            examine(it.key(), *it);
        m_findings.figure(u"rooms"_s, m_truth.rooms.size());
    }

private:
    const StoredMessage *stored(const QByteArray &room, qint64 seq) const
    {
        const auto found = m_truth.rooms.constFind(room);
        if (found == m_truth.rooms.cend())
            return nullptr;
        const auto message = found->messages.constFind(seq);
        return message == found->messages.cend() ? nullptr : &*message;
    }

    void acked(const Record &record, Written &written)
    {
        const qint64 seq = record.number(2);
        const StoredMessage *message = stored(record.room, seq);
        m_findings.add(Wrong::Lost, nameOf(record.room, seq), !message || message->cid != record.fields[1] || message->device != record.device);
        m_findings.add(Wrong::Doubled, u"%1 was acknowledged before under %2"_s.arg(nameOf(record.room, seq)).arg(written.seq), written.seq != 0 && written.seq != seq);
        written.seq = seq;
    }

    void heard(const Record &record)
    {
        ++m_heard;
        const qint64 seq = record.number(1);
        const StoredMessage *message = stored(record.room, seq);
        const bool same = message && message->author == record.number(2) && message->kind == record.number(3) && message->cid == record.text(4) && message->text == record.text(5);
        m_findings.add(Wrong::Phantom, nameOf(record.room, seq), !same);
    }

    void examine(const QByteArray &id, const StoredRoom &room)
    {
        qint64 expected = 1;
        QHash<QByteArray, qint64> last; // by device
        for (auto it = room.messages.cbegin(); it != room.messages.cend(); ++it) {
            m_findings.add(Wrong::Gap, u"%1 after no. %2"_s.arg(QString::fromLatin1(id)).arg(expected - 1), it.key() != expected);
            expected = it.key() + 1;
            if (it->cid.isEmpty())
                continue;
            const std::pair key(it->device, it->cid);
            m_findings.add(Wrong::Doubled, nameOf(id, it.key()), m_seen.contains(key));
            m_seen.insert(key);
            const auto written = m_written.constFind(key);
            if (written == m_written.cend())
                continue;
            m_findings.add(Wrong::Disorder, nameOf(id, it.key()), written->number < last.value(it->device));
            last[it->device] = written->number;
        }
        m_findings.add(Wrong::Gap, u"%1: its head is %2"_s.arg(QString::fromLatin1(id)).arg(room.head), room.head != expected - 1);
    }

    QHash<std::pair<QByteArray, QByteArray>, Written> m_written; //!< by device and client id
    QSet<std::pair<QByteArray, QByteArray>> m_seen;
    qint64 m_heard = 0;
};

} // namespace

std::unique_ptr<Check> checkOfMessages(const Truth &truth, Findings &findings)
{
    return std::make_unique<MessageCheck>(truth, findings);
}

} // namespace jjak::faults
