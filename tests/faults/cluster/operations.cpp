// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/operations.h"

#include <stdexcept>

#include "tests/support/load_clients.h"

namespace jjak::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView firstLine = "jjak operations 1", lastOp = "end";

//! The fields of an op: R a room's number in this log, N a number, T any word; P at the beginning: a person's line.
struct Shape {
    Op op;
    QByteArrayView name;
    QByteArrayView fields;
};

constexpr std::array<Shape, opCount> shapes{{
    {Op::Line, "line", "T"},         {Op::Fault, "fault", "T"},          {Op::Healed, "healed", "T"},         {Op::Who, "who", "PTT"},
    {Op::Room, "room", "NT"},        {Op::Up, "up", "PN"},               {Op::Down, "down", "P"},             {Op::Wrote, "wrote", "PRTN"},
    {Op::Again, "again", "PRT"},     {Op::Acked, "acked", "PRTN"},       {Op::Refused, "refused", "PRTT"},    {Op::Heard, "heard", "PRNNNTT"},
    {Op::Proposed, "proposed", "PT"}, {Op::Accepted, "accepted", "PT"},  {Op::Ended, "ended", "PTTT"},        {Op::Lobby, "lobby", "PTN"},
    {Op::Sits, "sits", "PTRNNN"},    {Op::Shot, "shot", "PTN"},          {Op::Met, "met", "PTN"},             {Op::SeesNearby, "sees-nearby", "PNNT"},
    {Op::SeesDate, "sees-date", "PNTNN"}, {Op::SeesRoom, "sees-room", "PRNN"},
}};

const Shape *shapeOf(QByteArrayView name)
{
    for (const Shape &shape : shapes)
        if (shape.name == name)
            return &shape;
    return nullptr;
}

std::optional<qint64> numberIn(QByteArrayView word)
{
    bool ok = false;
    const qint64 number = word.toLongLong(&ok);
    return ok && number >= 0 ? std::optional(number) : std::nullopt;
}

//! The words of a line; more than there is room for are told by the count.
size_t split(QByteArrayView line, std::array<QByteArrayView, 10> &words)
{
    size_t count = 0;
    for (qsizetype from = 0; from <= line.size() && count < words.size();) {
        const qsizetype space = line.indexOf(' ', from), end = space < 0 ? line.size() : space;
        words[count++] = line.sliced(from, end - from);
        from = end + 1;
    }
    return count;
}

//! Reads one log, line by line, and remembers whom and what its numbers mean.
class Reader {
public:
    explicit Reader(const std::function<void(const Record &)> &tell) : m_tell(tell) {}

    //! What is wrong with it, nullptr when nothing is.
    const char *read(QByteArrayView line)
    {
        std::array<QByteArrayView, 10> words;
        const size_t count = split(line, words);
        const auto at = numberIn(words[0]);
        if (m_ended)
            return "something stands behind the end";
        if (count < 3 || !at)
            return "no moment, person and word";
        if (*at < m_latest)
            return "time goes back";
        m_latest = *at;
        ++m_lines;
        if (words[2] == lastOp)
            return end(words, count);
        const Shape *shape = shapeOf(words[2]);
        return shape ? take(*shape, *at, words, count) : "an unknown word";
    }
    bool ended() const { return m_ended; }

private:
    const char *end(const std::array<QByteArrayView, 10> &words, size_t count)
    {
        m_ended = true;
        return count == 4 && numberIn(words[3]) == m_lines - 1 ? nullptr : "lines are missing";
    }
    const char *take(const Shape &shape, qint64 at, const std::array<QByteArrayView, 10> &words, size_t count)
    {
        QByteArrayView fields = shape.fields;
        Record record{at, shape.op};
        if (const bool persons = fields.startsWith('P'); persons != (words[1] != "-"))
            return persons ? "a person is missing" : "a person where there is none";
        else if (persons)
            fields = fields.sliced(1);
        if (count != size_t(fields.size()) + 3)
            return "another number of fields";
        for (size_t i = 0; i < size_t(fields.size()); ++i) {
            const QByteArrayView word = record.fields[i] = words[i + 3];
            const char kind = fields[qsizetype(i)];
            if (word.isEmpty() || (kind != 'T' && !numberIn(word)))
                return "a field that is none";
            if (kind == 'R' && (record.room = m_rooms.value(word.toByteArray())).isEmpty())
                return "an unknown room";
        }
        if (const char *wrong = remember(record, words[1]))
            return wrong;
        m_tell(record);
        return nullptr;
    }
    const char *remember(Record &record, QByteArrayView person)
    {
        if (record.op == Op::Room)
            return std::exchange(m_rooms[record.fields[0].toByteArray()], record.fields[1].toByteArray()).isEmpty() ? nullptr : "a room's number twice";
        if (person == "-")
            return nullptr;
        auto &who = m_people[person.toByteArray()];
        if (record.op == Op::Who) {
            if (!who.first.isEmpty())
                return "a person's number twice";
            who = {record.fields[0].toByteArray(), record.fields[1].toByteArray()};
        }
        std::tie(record.account, record.device) = who;
        return who.first.isEmpty() ? "an unknown person" : nullptr;
    }

    const std::function<void(const Record &)> &m_tell;
    QHash<QByteArray, std::pair<QByteArray, QByteArray>> m_people;
    QHash<QByteArray, QByteArray> m_rooms;
    qint64 m_latest = 0, m_lines = 0;
    bool m_ended = false;
};

} // namespace

QByteArray Record::text(size_t i) const
{
    return fields[i] == "-" ? QByteArray() : QByteArray::fromPercentEncoding(fields[i].toByteArray());
}

QString readOperations(QByteArrayView log, const std::function<void(const Record &)> &tell)
{
    Reader reader(tell);
    qint64 number = 0;
    for (qsizetype from = 0; from < log.size();) {
        const qsizetype end = log.indexOf('\n', from);
        if (end < 0)
            return u"line %1: torn off"_s.arg(number + 1);
        const QByteArrayView line = log.sliced(from, end - from);
        from = end + 1;
        const char *wrong = ++number > 1 ? reader.read(line) : line == firstLine ? nullptr : "not such a log";
        if (wrong)
            return u"line %1: %2"_s.arg(number).arg(QLatin1StringView(wrong));
    }
    return reader.ended() ? QString() : u"it has no end"_s;
}

OperationLog::OperationLog(const QString &path) : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        throw std::runtime_error(u"%1 cannot be written"_s.arg(path).toStdString());
    m_file.write(firstLine.toByteArray() + '\n');
}

OperationLog::~OperationLog()
{
    const qint64 lines = m_lines;
    line(-1, lastOp, {QByteArray::number(lines)});
}

void OperationLog::introduce(int person, AccountId account, DeviceId device)
{
    note(person, Op::Who, {account.toText(), device.toText()});
}

QByteArray OperationLog::room(RoomId id)
{
    const auto known = m_rooms.constFind(id);
    if (known != m_rooms.cend())
        return QByteArray::number(*known);
    const int number = int(m_rooms.size());
    m_rooms.insert(id, number);
    note(-1, Op::Room, {QByteArray::number(number), id.toText()});
    return QByteArray::number(number);
}

void OperationLog::note(int person, Op op, std::initializer_list<QByteArray> fields)
{
    line(person, shapes[size_t(op)].name, fields);
}

QByteArray OperationLog::text(const QByteArray &utf8)
{
    return utf8.isEmpty() ? QByteArray("-") : utf8.toPercentEncoding({}, "-");
}

void OperationLog::line(int person, QByteArrayView op, std::initializer_list<QByteArray> fields)
{
    QByteArray out = QByteArray::number(test::nowNs() / 1000) + ' ' + (person < 0 ? QByteArray("-") : QByteArray::number(person)) + ' ' + op.toByteArray();
    for (const QByteArray &field : fields)
        out += ' ' + field;
    m_file.write(out += '\n');
    ++m_lines;
}

} // namespace jjak::faults
