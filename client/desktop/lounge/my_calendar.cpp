// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/my_calendar.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/card_column.h"
#include "client/desktop/lounge/lounge_board.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using client::Occasion;

namespace {

constexpr int columnWidth = 292; // at 100 %

QString timeText(const Occasion &occasion)
{
    return QLocale().toString(localTime(occasion.from).time(), QLocale::ShortFormat);
}

} // namespace

//! Says which mark means what.
class MyCalendar::Legend final : public QWidget {
public:
    Legend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {}

    void setTexts(const QString &tables, const QString &events)
    {
        m_tables = tables;
        m_events = events;
        setAccessibleName(tables + u", "_s + events);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
        return {metrics.horizontalAdvance(m_tables + m_events) + m_theme.px(56), metrics.height() + m_theme.px(4)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(m_theme.font(TextStyle::Caption));
        double left = m_theme.px(8);
        const auto paint = [&](auto mark, const QString &text) {
            mark(painter, QPointF(left, height() / 2.0), m_theme);
            painter.setPen(m_theme.tokens().mutedText);
            const QRectF place(left + m_theme.px(8), 0, width(), height());
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
            left = place.left() + painter.fontMetrics().horizontalAdvance(text) + m_theme.px(20);
        };
        paint(paintTableMark, m_tables);
        paint(paintEventMark, m_events);
    }

private:
    const Theme &m_theme;
    QString m_tables, m_events;
};

MyCalendar::MyCalendar(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_month(new MonthView(context.theme)), m_title(makeLabel(this, Tone::Strong)),
      m_day(makeLabel(this, Tone::Strong)), m_nothing(makeLabel(this, Tone::Muted)), m_previous(makeIconButton(this, context.theme, u"left"_s)),
      m_next(makeIconButton(this, context.theme, u"right"_s)), m_today(makeButton(this, Kind::Quiet))
{
    auto *layout = new CardFlow(context.theme.px(columnWidth), context.theme.px(12), this);
    layout->addWidget(makeMonth());
    layout->addWidget(makeDay());
    connect(m_previous, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_today, &QPushButton::clicked, this, [this] {
        m_month->choose(localTime(m_context.session.serverNow()).date());
        m_month->setFocus();
    });
    connect(m_month, &MonthView::dayChosen, this, [this] {
        refreshMonth();
        refreshDay();
    });
    connect(m_month, &MonthView::dayWanted, this, [this] {
        if (const auto all = entries(); !all.isEmpty())
            all.first()->setFocus();
    });
    retranslate();
}

QWidget *MyCalendar::makeMonth()
{
    const Theme &theme = m_context.theme;
    m_legend = new Legend(theme, this);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(2));
    head->addSpacing(theme.px(8));
    head->addWidget(m_title, 1);
    for (QWidget *button : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_today), static_cast<QWidget *>(m_next)})
        head->addWidget(button);
    QVBoxLayout *column = makeCardColumn(this, theme, {.above = 8, .between = 4, .below = 8});
    column->addLayout(head);
    column->addWidget(m_month);
    column->addWidget(m_legend);
    column->addStretch();
    return column->parentWidget();
}

QWidget *MyCalendar::makeDay()
{
    QVBoxLayout *column = makeCardColumn(this, m_context.theme, {.above = 14, .between = 4, .below = 8});
    for (QLabel *label : {m_day, m_nothing})
        addWords(column, label, m_context.theme);
    m_entries = new QVBoxLayout;
    m_entries->setSpacing(0);
    column->addLayout(m_entries);
    column->addStretch();
    return column->parentWidget();
}

void MyCalendar::retranslate()
{
    nameButton(m_previous, tr("Month before"));
    nameButton(m_next, tr("Next month"));
    m_today->setText(tr("Today"));
    m_legend->setTexts(tr("Your tables"), tr("Blind dates"));
    m_nothing->setText(tr("Nothing on this day. Blind dates and tables that you have to do with stand here."));
    refreshMonth();
    refreshDay();
}

void MyCalendar::turn(int months)
{
    m_month->choose(m_month->chosen().addMonths(months));
}

void MyCalendar::setOccasions(const QList<Occasion> &occasions)
{
    QList<Occasion> sorted = occasions;
    std::ranges::stable_sort(sorted, {}, &Occasion::from);
    if (sorted == m_occasions)
        return;
    m_occasions = sorted;
    QHash<QDate, DayMarks> marks;
    for (const Occasion &occasion : std::as_const(m_occasions)) {
        DayMarks &day = marks[localTime(occasion.from).date()];
        ++(occasion.isTable() ? day.tables : day.events);
    }
    m_month->setMarks(marks);
    refreshDay();
}

void MyCalendar::tick()
{
    m_month->setToday(localTime(m_context.session.serverNow()).date());
}

void MyCalendar::refreshMonth()
{
    m_title->setText(m_month->monthText());
}

void MyCalendar::refreshDay()
{
    const bool focused = std::ranges::any_of(entries(), [](const QPushButton *entry) { return entry->hasFocus(); });
    const auto before = entries();
    for (QPushButton *entry : before) {
        m_entries->removeWidget(entry);
        entry->hide();
        entry->deleteLater(); // it may be what was pressed
    }
    const QDate day = m_month->chosen();
    m_day->setText(QLocale().toString(day, tr("dddd, d MMMM", "a day as Qt's format has it: Friday, 4 December")));
    for (const Occasion &occasion : std::as_const(m_occasions)) {
        if (localTime(occasion.from).date() != day)
            continue;
        const QString heading = displayText(occasion.heading).simplified();
        const QString kind = occasion.isTable() ? tr("Table") : tr("Blind date");
        const QString words = tr("%1 · %2", "a time of day, then what is at it").arg(timeText(occasion), heading);
        auto *entry = new BoardRow(m_context.theme, words, kind, tr("%1, %2: %3", "a time of day, a table or a blind date, what it is called").arg(timeText(occasion), kind, heading), this);
        connect(entry, &QPushButton::clicked, this, [this, occasion] { Q_EMIT occasionWanted(occasion); });
        m_entries->addWidget(entry);
        if (isVisible())
            entry->show(); // at once: it may get the keyboard
    }
    const auto all = entries();
    m_nothing->setVisible(all.isEmpty());
    if (focused)
        (all.isEmpty() ? static_cast<QWidget *>(m_month) : all.first())->setFocus();
}

QList<QPushButton *> MyCalendar::entries() const
{
    QList<QPushButton *> out;
    for (int i = 0; m_entries && i < m_entries->count(); ++i)
        out.append(qobject_cast<QPushButton *>(m_entries->itemAt(i)->widget()));
    return out;
}

QString MyCalendar::nothing() const
{
    return entries().isEmpty() ? m_nothing->text() : QString();
}

} // namespace jjak::desktop
