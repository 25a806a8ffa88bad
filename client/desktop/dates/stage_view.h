// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace jjak::desktop {

class ArrowBoard;
class CountdownRing;
class PairCard;

//! The moments without talk, each on the whole stage: the first impression, the arrow, the reveal. It shows the date as it
//! is and says what was chosen; it sends nothing.
class StageView final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit StageView(Context &context, QWidget *parent = nullptr);

    //! Whether this phase belongs on the stage.
    [[nodiscard]] static bool plays(protocol::DatePhase phase);
    void setDate(const protocol::Date &date);
    void focusFirst();
    //! The host has said something, or its words have come.
    void refreshHost();

    ArrowBoard *board() const { return m_board; }
    CountdownRing *ring() const { return m_ring; }
    PairCard *pairCard() const { return m_pair; }
    //! What stands there in words, from top to bottom.
    QStringList texts() const;

Q_SIGNALS:
    void pickWanted(int seat);
    void arrowWanted(int seat);
    void menuWanted(int seat, const QPoint &at);
    void said(const QString &sentence);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showImpression();
    void showArrow();
    void showReveal();
    void startRing();
    void arrange(bool wide);
    [[nodiscard]] int chosen() const;

    Context &m_context;
    protocol::Date m_date;
    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_host;
    CountdownRing *m_ring;
    ArrowBoard *m_board;
    QLabel *m_state;
    QLabel *m_lock;
    QLabel *m_secret;
    PairCard *m_pair;
    QWidget *m_words; //!< what it is about, and the ring
    QWidget *m_foot;  //!< who met, or that it is a secret
    QBoxLayout *m_all = nullptr;
    QBoxLayout *m_head = nullptr;
    QVBoxLayout *m_side = nullptr;
    QVBoxLayout *m_middle = nullptr;
    std::optional<bool> m_wide;
};

} // namespace jjak::desktop
