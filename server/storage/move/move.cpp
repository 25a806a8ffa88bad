// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/move/move.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

#include "server/storage/move/move_mark.h"
#include "server/storage/move/move_source.h"
#include "server/storage/move/move_target.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sentAtOnce = 64 << 10;
constexpr qint64 rowsBetweenLooks = 50'000; //!< while comparing

//! All rows of a table on one side.
struct Content {
    qint64 rows = 0;
    QByteArray digest;

    bool operator==(const Content &) const = default;
    QString text() const { return u"%1 rows with the digest %2"_s.arg(rows).arg(QString::fromLatin1(digest.toHex().first(12))); }
};

//! One run of a move.
class Run {
public:
    Run(const MoveOrder &order, const std::function<void(const MoveProgress &)> &watch) : m_order(order), m_watch(watch), m_source(order.folder), m_target(order.address) {}

    MoveReport all()
    {
        const QByteArray before = m_source.digest();
        if (m_target.isComplete(before))
            return {.wasComplete = true};
        m_target.open(before, m_source.tables());
        QElapsedTimer time;
        time.start();
        copyAll();
        m_report.copyingMs = time.restart();
        m_target.analyze();
        compareAll();
        m_report.comparingMs = time.elapsed();
        if (m_source.digest() != before)
            throw StartupError(u"the data folder was changed while it was moved: was another program at work on it? The move is not complete"_s);
        m_target.complete(m_source);
        return m_report;
    }

private:
    void copyAll();
    void copy(const TableShape &table);
    void compareAll();
    void compare(const TableShape &table);
    Content ofSource(const TableShape &table);
    Content ofTarget(const TableShape &table);
    //! The next table has come.
    void turnTo(const TableShape &table);
    void advance(qint64 rows);

    const MoveOrder &m_order;
    const std::function<void(const MoveProgress &)> &m_watch;
    MoveSource m_source;
    MoveTarget m_target;
    MoveProgress m_progress;
    MoveReport m_report;
    QHash<QString, qint64> m_counts; //!< rows of each table in the source
};

void Run::turnTo(const TableShape &table)
{
    ++m_progress.number;
    m_progress.table = table.name;
    m_progress.rows = 0;
    m_progress.rowsOfTable = m_counts.value(table.name);
}

void Run::advance(qint64 rows)
{
    m_progress.rows += rows;
    m_progress.done += rows;
    m_watch(m_progress);
}

void Run::copyAll()
{
    m_progress.tables = int(m_source.tables().size());
    for (const TableShape &table : m_source.tables()) {
        m_progress.all += m_counts[table.name] = m_source.count(table);
        m_progress.before += m_target.moved(table);
    }
    for (const TableShape &table : m_source.tables()) {
        try {
            copy(table);
        } catch (const StartupError &error) {
            throw StartupError(u"%1 (while the table %2 was copied)"_s.arg(QString::fromUtf8(error.what()), table.name));
        }
    }
}

void Run::copy(const TableShape &table)
{
    turnTo(table);
    qint64 moved = m_target.moved(table);
    advance(moved);
    SourceRows rows = m_source.rows(table, moved);
    for (bool more = moved < m_progress.rowsOfTable && rows.next(); more;) {
        QByteArray stream;
        qint64 count = 0, bytes = 0;
        m_target.beginPart(table);
        while (more && bytes < m_order.partBytes) {
            const qsizetype size = stream.size();
            rows.appendTo(stream);
            bytes += stream.size() - size;
            ++count;
            if (stream.size() >= sentAtOnce) {
                m_target.put(stream);
                stream.resize(0);
            }
            more = rows.next();
        }
        m_target.put(stream);
        m_target.endPart(table, count, moved += count);
        m_report.copied += count;
        advance(count);
    }
}

void Run::compareAll()
{
    m_progress = {MoveProgress::Doing::Comparing, {}, 0, m_progress.tables, 0, 0, 0, 0, m_progress.all};
    for (const TableShape &table : m_source.tables())
        compare(table);
}

void Run::compare(const TableShape &table)
{
    turnTo(table);
    const Content here = ofSource(table), there = ofTarget(table);
    if (here != there)
        throw StartupError(u"the table %1 differs: %2 in the folder, %3 in PostgreSQL; the move is not complete; %4"_s.arg(table.name, here.text(), there.text(), howToBeginAnew()));
    m_report.tables.append({table.name, here.rows, here.digest});
    advance(here.rows - m_progress.rows);
}

Content Run::ofSource(const TableShape &table)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(PostgresCopy::head());
    qint64 count = 0;
    QByteArray row;
    for (SourceRows rows = m_source.rows(table); rows.next(); ++count) {
        row.resize(0);
        rows.appendTo(row);
        hash.addData(row);
    }
    hash.addData(PostgresCopy::tail());
    return {count, hash.result()};
}

Content Run::ofTarget(const TableShape &table)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    qint64 pieces = 0;
    const qint64 rows = m_target.read(table, [&](QByteArrayView piece) {
        hash.addData(piece);
        if (++pieces % rowsBetweenLooks == 0) // a row each
            advance(rowsBetweenLooks);
    });
    return {rows, hash.result()};
}

} // namespace

MoveReport move(const MoveOrder &order, const std::function<void(const MoveProgress &)> &watch)
{
    return Run(order, watch).all();
}

} // namespace jjak::storage
