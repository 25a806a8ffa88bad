// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "client/desktop/translated.h"
#include "common/base/time.h"

class QComboBox;

namespace jjak::desktop {

//! Chooses a date of birth as year, month and day. Begins without one, so that nobody signs up with a date by accident.
class BirthEdit final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit BirthEdit(QWidget *parent = nullptr);

    //! nullopt while something is missing, or for a day that does not exist.
    std::optional<Day> day() const;
    bool isComplete() const;
    void setDay(Day day);

Q_SIGNALS:
    void edited();

protected:
    void retranslate() override;

private:
    QComboBox *m_year;
    QComboBox *m_month;
    QComboBox *m_day;
};

} // namespace jjak::desktop
