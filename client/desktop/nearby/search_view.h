// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/core/settings/settings.h"
#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace jjak::desktop {

class RadarPicker;

//! Where a search begins: how far, from where, and what the other side will see.
class SearchView final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit SearchView(Context &context, QWidget *parent = nullptr);

    //! How the last search ended, in words; empty: nothing to tell.
    void setResult(const QString &sentence);
    void focusFirst();
    void choosePlace();
    RadarPicker *radar() const { return m_radar; }
    QPushButton *searchButton() const { return m_search; }

Q_SIGNALS:
    void searchWanted(jjak::Cell cell, jjak::Reach reach);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    std::optional<Cell> cell() const;

    Context &m_context;
    std::optional<client::SavedPlace> m_place;
    RadarPicker *m_radar;
    QBoxLayout *m_layout = nullptr;
    QLabel *m_result;
    QLabel *m_heading;
    QLabel *m_reach;
    QLabel *m_placeLabel;
    QPushButton *m_choose;
    QLabel *m_seenHeading;
    QLabel *m_seenBefore;
    QLabel *m_seenAfter;
    QPushButton *m_search;
    QLabel *m_reason;
};

} // namespace jjak::desktop
