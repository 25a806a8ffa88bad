// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace jjak::desktop {

class Card;
class EmptyState;
class EventCard;
class HouseView;
class PairCard;

//! In front of the doors: the next events, what an evening is like, whom one has met, and how waiting ended.
class DoorsView final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit DoorsView(Context &context, QWidget *parent = nullptr);

    //! What the session knows. With `last` there is an evening to be read again.
    void refresh(bool last);
    void focusFirst();
    QList<EventCard *> cards() const { return m_cards; }
    QList<PairCard *> pairCards() const { return m_pairs; }
    HouseView *house() const { return m_house; }
    QPushButton *lastButton() const { return m_last; }
    QString notice() const;

Q_SIGNALS:
    void lastWanted();
    void said(const QString &sentence);

protected:
    void retranslate() override;

private:
    void makeSteps();
    void refreshCards();
    void refreshPairs();
    void tick();
    void enter(EventId event);
    void saveCalendar(EventId event);

    Context &m_context;
    bool m_hasLast = false;
    QTimer m_clock;
    std::optional<EventId> m_entering;
    QLabel *m_heading;
    QLabel *m_notice;
    QVBoxLayout *m_pairColumn;
    QVBoxLayout *m_cardColumn;
    QList<PairCard *> m_pairs;
    QList<EventCard *> m_cards;
    EmptyState *m_empty;
    QWidget *m_steps = nullptr;
    QList<QLabel *> m_stepTitles;
    QList<QLabel *> m_stepTexts;
    QLabel *m_stepsHeading = nullptr;
    QPushButton *m_last;
    HouseView *m_house;
};

} // namespace jjak::desktop
