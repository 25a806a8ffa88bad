// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

class RadarPicker;

//! While somebody is looked for: how far, since when, how many others are there - as much as is known and nothing else -
//! and after a while the offer to look further.
class WaitingView final : public Translated<QWidget> {
    Q_OBJECT

public:
    //! After so long without anybody looking further is suggested.
    static constexpr Duration patience = 30s;

    explicit WaitingView(Context &context, QWidget *parent = nullptr);

    //! How the last proposal ended, in words; empty: nothing to tell.
    void setResult(const QString &sentence);
    //! What the state says about the ticket, in words.
    void refresh();
    void focusFirst();

Q_SIGNALS:
    void cancelWanted();
    void widerWanted(jjak::Cell cell, jjak::Reach reach);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refreshTime();
    static std::optional<Reach> wider(Reach reach);

    Context &m_context;
    QTimer m_clock;
    RadarPicker *m_radar;
    QLabel *m_result;
    QLabel *m_heading;
    QLabel *m_where;
    QLabel *m_crowd;
    QLabel *m_since;
    QPushButton *m_wider;
    QPushButton *m_cancel;
};

} // namespace jjak::desktop
