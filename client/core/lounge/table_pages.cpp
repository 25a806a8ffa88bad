// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/table_pages.h"

#include <QPointer>
#include <algorithm>

namespace jjak::client {

using namespace protocol;

namespace {

// A search goes through pages without a hit by itself, but not through everything there ever was.
constexpr int emptyPagesMost = 10;

} // namespace

TablePages::TablePages(Session &session, QObject *parent) : QObject(parent), m_source(session.tables())
{
    connect(&m_source, &Tables::tableChanged, this, &TablePages::take);
    connect(&m_source, &Tables::forgotten, this, &TablePages::clear);
    connect(&session, &Session::synced, this, [this] {
        if (m_state == State::Failed)
            retry();
        else if (m_listed && m_state == State::Idle)
            refresh();
    });
}

void TablePages::setText(const QString &text)
{
    clear();
    m_text = text;
    refresh();
}

void TablePages::refresh()
{
    begin({}, {}, std::max<qsizetype>(1, m_tables.size()));
}

void TablePages::more()
{
    if (m_state == State::Idle && m_listed && !m_next.isEmpty())
        begin(m_tables, m_next, m_tables.size() + 1);
}

void TablePages::retry()
{
    if (m_state == State::Failed)
        ask();
}

void TablePages::begin(const QList<Table> &kept, const QString &after, qsizetype wanted)
{
    m_coming = kept;
    m_after = after;
    m_wanted = wanted;
    m_emptyPages = 0;
    ask();
}

void TablePages::ask()
{
    const auto optional = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    m_state = State::Loading;
    Q_EMIT changed();
    m_source.list({false, false, optional(m_after), optional(m_text)}, [self = QPointer<TablePages>(this), round = ++m_round](const Result<cmd::TableList> &page) {
        if (self && self->m_round == round)
            self->answered(page);
    });
}

void TablePages::answered(const Result<cmd::TableList> &page)
{
    if (!page) {
        m_state = State::Failed;
        m_error = page.error();
        return Q_EMIT changed();
    }
    const qsizetype before = m_coming.size();
    for (const Table &table : page->tables) {
        const auto it = std::ranges::find(m_coming, table.table, &Table::table);
        if (it == m_coming.end())
            m_coming.append(table);
        else if (it->version < table.version)
            *it = table;
    }
    m_emptyPages = m_coming.size() > before ? 0 : m_emptyPages + 1;
    m_after = page->next.value_or(QString());
    if (m_coming.size() < m_wanted && !m_after.isEmpty() && m_emptyPages < emptyPagesMost)
        return ask();
    m_tables = std::exchange(m_coming, {});
    m_next = m_after;
    m_listed = true;
    m_state = State::Idle;
    const auto told = std::exchange(m_told, {});
    for (const Table &table : told)
        take(table);
    Q_EMIT changed();
}

//! Of one's own: told by the server. What is not listed stands where only the server knows.
void TablePages::take(const Table &table)
{
    if (m_state != State::Idle)
        m_told.insert(table.table, table);
    const auto it = std::ranges::find(m_tables, table.table, &Table::table);
    if (it == m_tables.end()) {
        if (m_listed && m_state == State::Idle && m_text.isEmpty() && table.mine == Standing::Host && table.phase != TablePhase::Ended)
            refresh();
        return;
    }
    if (it->version > table.version)
        return;
    if (table.phase == TablePhase::Ended)
        m_tables.erase(it);
    else
        *it = table;
    Q_EMIT changed();
}

void TablePages::clear()
{
    ++m_round;
    m_text.clear();
    m_tables.clear();
    m_coming.clear();
    m_told.clear();
    m_next.clear();
    m_after.clear();
    m_state = State::Idle;
    m_listed = false;
    Q_EMIT changed();
}

} // namespace jjak::client
