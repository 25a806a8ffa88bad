// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/forms/birth_edit.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLocale>

namespace jjak::desktop {

namespace {

constexpr int oldest = 110;

QComboBox *makeBox(BirthEdit *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaxVisibleItems(12);
    return box;
}

} // namespace

BirthEdit::BirthEdit(QWidget *parent) : Translated(parent), m_year(makeBox(this)), m_month(makeBox(this)), m_day(makeBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QComboBox *box : {m_year, m_month, m_day}) {
        layout->addWidget(box, box == m_month ? 3 : 2);
        connect(box, &QComboBox::currentIndexChanged, this, &BirthEdit::edited);
    }
    const int now = QDate::currentDate().year();
    for (int year = now; year > now - oldest; --year)
        m_year->addItem({}, year);
    for (int month = 1; month <= 12; ++month)
        m_month->addItem({}, month);
    for (int day = 1; day <= 31; ++day)
        m_day->addItem({}, day);
    for (QComboBox *box : {m_year, m_month, m_day})
        box->setCurrentIndex(-1);
    setFocusProxy(m_year);
    retranslate();
}

void BirthEdit::retranslate()
{
    for (int i = 0; i < m_year->count(); ++i)
        m_year->setItemText(i, tr("%1", "year of birth, as in 2001 or 2001년").arg(m_year->itemData(i).toInt()));
    for (int i = 0; i < 12; ++i)
        m_month->setItemText(i, QLocale().standaloneMonthName(i + 1));
    for (int i = 0; i < 31; ++i)
        m_day->setItemText(i, tr("%1", "day of birth, as in 17 or 17일").arg(i + 1));
    m_year->setPlaceholderText(tr("Year"));
    m_month->setPlaceholderText(tr("Month"));
    m_day->setPlaceholderText(tr("Day"));
    m_year->setAccessibleName(tr("Year of birth"));
    m_month->setAccessibleName(tr("Month of birth"));
    m_day->setAccessibleName(tr("Day of birth"));
}

bool BirthEdit::isComplete() const
{
    return m_year->currentIndex() >= 0 && m_month->currentIndex() >= 0 && m_day->currentIndex() >= 0;
}

std::optional<Day> BirthEdit::day() const
{
    using namespace std::chrono;
    if (!isComplete())
        return std::nullopt;
    const year_month_day date(year(m_year->currentData().toInt()), month(unsigned(m_month->currentData().toInt())), std::chrono::day(unsigned(m_day->currentData().toInt())));
    return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

void BirthEdit::setDay(Day day)
{
    const std::chrono::year_month_day date(day);
    m_year->setCurrentIndex(m_year->findData(int(date.year())));
    m_month->setCurrentIndex(m_month->findData(int(unsigned(date.month()))));
    m_day->setCurrentIndex(m_day->findData(int(unsigned(date.day()))));
}

} // namespace jjak::desktop
