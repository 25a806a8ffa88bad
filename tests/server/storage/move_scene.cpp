// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/storage/move_scene.h"

#include <QDir>
#include <QLoggingCategory>
#include <QProcess>
#include <QSqlQuery>

#include "server/storage/connection.h"
#include "server/storage/startup_error.h"
#include "tests/server/storage/full_house.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

void must(bool done, const char *what)
{
    if (!done)
        qFatal("%s", what);
}

QList<QVariantList> answerOf(QSqlDatabase &sqlite, const QString &sql)
{
    QSqlQuery query(sqlite);
    must(query.exec(sql), qPrintable(sql + query.lastError().text()));
    QList<QVariantList> out;
    while (query.next()) {
        QVariantList row;
        for (int i = 0; query.value(i).isValid(); ++i)
            row.append(query.value(i));
        out.append(row);
    }
    return out;
}

//! As psql writes it.
QString textOf(const QVariant &value)
{
    if (value.isNull())
        return u"NULL"_s;
    return value.typeId() == QMetaType::QByteArray ? u"\\x"_s + QString::fromLatin1(value.toByteArray().toHex()) : value.toString();
}

} // namespace

MoveScene::MoveScene()
{
    Scratch s;
    QLoggingCategory::setFilterRules(u"jjak.storage*=false"_s); // that the target does not sync, too
    must(s.commit([&] { fillEveryTable(s); }), "the source cannot be filled");
    s.reopen(); // writes the log back
    must(QFile::copy(s.path(), m_kept.filePath(u"jjak.sqlite"_s)), "the source cannot be copied");
    reset();
}

void MoveScene::reset()
{
    m_folder = std::make_unique<QTemporaryDir>();
    must(QFile::copy(m_kept.filePath(u"jjak.sqlite"_s), file()), "the source cannot be copied");
    if (!m_server.isRunning())
        m_server.start();
    psql(u"SET client_min_messages = error; DROP SCHEMA IF EXISTS jjak CASCADE"_s);
}

void MoveScene::changeSource(const QStringList &statements)
{
    Connection connection(file(), Connection::Access::ReadWrite);
    QSqlQuery query(connection.handle());
    for (const QString &sql : statements)
        must(query.exec(sql), qPrintable(sql + query.lastError().text()));
}

void MoveScene::killServerAfter(const QString &statement)
{
    auto left = std::make_unique<QTemporaryDir>();
    {
        Connection connection(file(), Connection::Access::ReadWrite);
        QSqlQuery query(connection.handle());
        must(query.exec(statement), qPrintable(query.lastError().text()));
        for (const QString &name : QDir(folder()).entryList(QDir::Files))
            must(QFile::copy(folder() + u'/' + name, left->filePath(name)), "the source cannot be copied");
    }
    m_folder = std::move(left);
}

QHash<QString, QByteArray> MoveScene::bytes() const
{
    QHash<QString, QByteArray> out;
    for (const QString &name : QDir(folder()).entryList(QDir::Files)) {
        QFile file(folder() + u'/' + name);
        must(file.open(QIODevice::ReadOnly), "a file cannot be read");
        if (name != "lock"_L1)
            out[name] = file.readAll();
    }
    return out;
}

QStringList MoveScene::psql(const QString &sql) const
{
    QProcess process;
    process.start(test::PostgresServer::program(u"psql"_s), {address(), u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-P"_s, u"null=NULL"_s, u"-qAt0z"_s, u"-c"_s, sql});
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    must(done, process.readAllStandardError().constData());
    const QStringList out = QString::fromUtf8(process.readAllStandardOutput()).split(QChar(u'\0'));
    return out.sliced(0, out.size() - 1);
}

QStringList MoveScene::relations() const
{
    return psql(u"SELECT c.oid || ' ' || c.relname || ' ' || CASE WHEN relkind = 'r' THEN (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I.%I', n.nspname, c.relname), false, true, '')))[1]::text ELSE '' END "
                "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1"_s);
}

MoveReport MoveScene::move(const Watch &watch, const QString &to) const
{
    return storage::move({folder(), to.isEmpty() ? address() : to, 1000}, watch);
}

QString MoveScene::refusal() const
{
    const auto before = bytes();
    const QStringList there = m_server.pid() ? relations() : QStringList();
    try {
        move();
        return {};
    } catch (const StartupError &error) {
        const QString sentence = QString::fromUtf8(error.what());
        if (bytes() != before)
            return u"the source was changed, and then: "_s + sentence;
        return m_server.pid() && relations() != there ? u"the target was changed, and then: "_s + sentence : sentence;
    }
}

QStringList MoveScene::differences() const
{
    QStringList here, texts;
    Connection connection(file(), Connection::Access::ReadOnly);
    for (const QVariantList &table : answerOf(connection.handle(), u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sqlite_sequence', 'commit_mark')"_s)) {
        const QString name = table[0].toString();
        for (const QVariantList &row : answerOf(connection.handle(), u"SELECT * FROM "_s + name)) {
            QStringList fields{name};
            for (const QVariant &value : row)
                fields.append(textOf(value));
            here.append(fields.join(u'|'));
        }
        QStringList columns{u"'%1'"_s.arg(name)};
        for (const QVariantList &column : answerOf(connection.handle(), u"SELECT name FROM pragma_table_info('%1')"_s.arg(name)))
            columns.append(u"coalesce(\"%1\"::text, 'NULL')"_s.arg(column[0].toString()));
        texts.append(u"SELECT %1 FROM jjak.%2"_s.arg(columns.join(u" || '|' || "_s), name));
    }
    QStringList there = psql(texts.join(u" UNION ALL "_s)), onlyOne;
    here.sort();
    there.sort();
    std::ranges::set_symmetric_difference(here, there, std::back_inserter(onlyOne));
    return onlyOne;
}

} // namespace jjak::storage
