// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/phase_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "client/core/date_sentences.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::DatePhase;

namespace {

constexpr int tickMs = 250;

} // namespace

QString clockText(Duration left)
{
    const qint64 seconds = std::max<qint64>(0, (left.count() + 999) / 1000);
    const QChar zero = u'0';
    if (seconds >= 3600)
        return u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
}

//! The parts as a row of pills: done, running, to come.
class PhaseBar::Bars final : public QWidget {
public:
    Bars(const PhaseBar &bar, QWidget *parent) : QWidget(parent), m_bar(bar) { setAttribute(Qt::WA_TransparentForMouseEvents); }
    QSize sizeHint() const override { return {m_bar.m_theme.px(200), m_bar.m_theme.px(8)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const Tokens &t = m_bar.m_theme.tokens();
        const double gap = m_bar.m_theme.px(4), topics = m_bar.m_date.rounds;
        const double unit = (width() - gap * (m_bar.parts() - 1)) / (m_bar.parts() - topics + 2 * topics); // talking takes most of the evening
        double x = 0;
        for (int i = 0; i < m_bar.parts(); ++i) {
            const bool topic = i >= 2 && i < 2 + topics;
            const QRectF rect(x, 0, topic ? 2 * unit : unit, height());
            painter.setBrush(i < m_bar.part() ? mixed(t.surface, t.accent, 0.5) : t.outline);
            painter.drawRoundedRect(rect, height() / 2.0, height() / 2.0);
            if (i == m_bar.part()) {
                painter.setBrush(t.accent);
                painter.drawRoundedRect(QRectF(x, 0, std::max<double>(height(), rect.width() * m_bar.share()), height()), height() / 2.0, height() / 2.0);
            }
            x += rect.width() + gap;
        }
    }

private:
    const PhaseBar &m_bar;
};

PhaseBar::PhaseBar(const Theme &theme, Clock clock, QWidget *parent)
    : Translated(parent), m_theme(theme), m_clock(std::move(clock)), m_name(makeLabel(this, Tone::Strong)), m_left(makeLabel(this, Tone::Muted)), m_bars(new Bars(*this, this))
{
    m_name->setWordWrap(false);
    m_left->setWordWrap(false);
    auto *words = new QHBoxLayout;
    words->setSpacing(theme.px(8));
    words->addWidget(m_name);
    words->addStretch();
    words->addWidget(m_left);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(5));
    layout->addLayout(words);
    layout->addWidget(m_bars);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &PhaseBar::tick);
    connect(&theme, &Theme::changed, this, [this] { m_bars->updateGeometry(); });
}

void PhaseBar::setDate(const protocol::Date &date)
{
    m_date = date;
    if (date.until)
        m_timer.start();
    else
        m_timer.stop();
    refresh();
}

int PhaseBar::parts() const
{
    return 2 + m_date.rounds + 3;
}

int PhaseBar::part() const
{
    switch (m_date.phase) {
    case DatePhase::Welcome: return 0;
    case DatePhase::Impression: return 1;
    case DatePhase::Topic:
    case DatePhase::Talk: return 1 + std::max(1, m_date.round);
    case DatePhase::Arrow: return 2 + m_date.rounds;
    case DatePhase::Reveal: return 3 + m_date.rounds;
    case DatePhase::Farewell: return 4 + m_date.rounds;
    case DatePhase::Closed: return parts();
    }
    return 0;
}

double PhaseBar::share() const
{
    if (!m_date.until)
        return 1;
    const double whole = double((*m_date.until - m_date.since).count());
    return whole <= 0 ? 1 : std::clamp(1 - double((*m_date.until - m_clock()).count()) / whole, 0.0, 1.0);
}

QString PhaseBar::timeText() const
{
    return m_date.until ? tr("%1 left", "a time as 2:05").arg(clockText(*m_date.until - m_clock())) : QString();
}

void PhaseBar::refresh()
{
    if (m_date.date.isNull())
        return;
    m_name->setText(client::phaseName(m_date));
    setAccessibleName(m_name->text());
    tick();
}

void PhaseBar::tick()
{
    m_left->setText(timeText());
    m_bars->update();
}

} // namespace jjak::desktop
