#include "ui/policies/rooms/relax_table.h"

#include "ui/policies/rooms/room_fields.h"
#include "ui/shared/buttons.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"
#include "ui/shared/wheel_guard.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr int highestLevel = 5;
constexpr std::array droppable{Requirement::Language, Requirement::Territory, Requirement::ProductLine,
                               Requirement::DealSize, Requirement::Team};

QString wordFor(Requirement requirement)
{
    switch (requirement) {
    case Requirement::Language:
        return RelaxTable::tr("language");
    case Requirement::Territory:
        return RelaxTable::tr("territory");
    case Requirement::ProductLine:
        return RelaxTable::tr("product line");
    case Requirement::DealSize:
        return RelaxTable::tr("deal size");
    case Requirement::Team:
        break;
    }
    return RelaxTable::tr("team");
}

}

RelaxTable::RelaxTable(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(4));
    QPushButton* add = newSmallButton(tr("Add step"), QStringLiteral("addRelaxStep"), this);
    connect(add, &QPushButton::clicked, this, [this] {
        change([](std::vector<RelaxStep>& steps) {
            const seconds last = steps.empty() ? seconds{0} : steps.back().after;
            steps.push_back(
                {last + seconds{60}, steps.empty() ? highestLevel - 1 : std::max(0, steps.back().skillLevel - 1), {}});
        });
    });
    m_column->addWidget(add, 0, Qt::AlignLeft);
}

void RelaxTable::show(const std::vector<RelaxStep>& steps)
{
    if (steps == m_steps && m_rows)
        return;
    const bool sameRows = m_rows && steps.size() == m_steps.size();
    m_steps = steps;
    if (!sameRows) {
        build();
        return;
    }
    for (std::size_t row = 0; row < steps.size(); ++row) {
        const auto named = [&](const char* name) { return QString::fromLatin1(name) + QString::number(row); };
        showWhole(*m_rows->findChild<QSpinBox*>(named("relaxAfter")), int(steps[row].after.count()));
        auto* const level = m_rows->findChild<QuietCombo*>(named("relaxLevel"));
        level->chooseData(steps[row].skillLevel);
        for (const Requirement one : droppable)
            m_rows->findChild<QCheckBox*>(named("relaxDrop") + QString::number(int(one)))
                ->setChecked(std::ranges::find(steps[row].drop, one) != steps[row].drop.end());
    }
}

void RelaxTable::build()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(m_theme.px(6));
    m_column->insertWidget(0, m_rows);
    for (std::size_t row = 0; row < m_steps.size(); ++row)
        addRow(row);
    if (m_steps.empty())
        rows->addWidget(newLabel(tr("Everything stays required, however long somebody waits."), m_theme,
                                 TextStyle::Secondary, ThemeColor::TextMuted, m_rows));
}

void RelaxTable::addRow(std::size_t row)
{
    const RelaxStep& step = m_steps[row];
    auto* line = new QHBoxLayout;
    line->setSpacing(m_theme.px(8));
    line->addWidget(newLabel(tr("After"), m_theme, TextStyle::Body, ThemeColor::Text, m_rows));
    auto* after = new QSpinBox(m_rows);
    after->setObjectName(QStringLiteral("relaxAfter%1").arg(row));
    after->setAccessibleName(tr("Step %1 comes after").arg(row + 1));
    after->setRange(1, mostSeconds);
    after->setSuffix(tr(" s"));
    after->setValue(int(step.after.count()));
    ignoreWheelWithoutFocus(*after);
    connect(after, &QSpinBox::valueChanged, this, [this, row](int value) {
        change([&](std::vector<RelaxStep>& steps) { steps[row].after = seconds{value}; });
    });
    line->addWidget(after);
    auto* level = new QuietCombo(tr("The most that step %1 asks of a skill").arg(row + 1),
                                 QStringLiteral("relaxLevel%1").arg(row), m_rows);
    level->addItem(tr("no skills"), 0);
    for (int most = 1; most <= highestLevel; ++most)
        level->addItem(most == highestLevel ? tr("skills as asked") : tr("skills to level %1").arg(most), most);
    level->chooseData(step.skillLevel);
    connect(level, &QComboBox::activated, this, [this, row, level] {
        change([&](std::vector<RelaxStep>& steps) { steps[row].skillLevel = level->currentData().toInt(); });
    });
    line->addWidget(level);
    line->addWidget(newLabel(tr("and any"), m_theme, TextStyle::Body, ThemeColor::TextMuted, m_rows));
    for (const Requirement one : droppable) {
        auto* drop = new QCheckBox(wordFor(one), m_rows);
        drop->setObjectName(QStringLiteral("relaxDrop%1%2").arg(row).arg(int(one)));
        drop->setAccessibleName(tr("Step %1 takes any %2").arg(row + 1).arg(wordFor(one)));
        drop->setChecked(std::ranges::find(step.drop, one) != step.drop.end());
        connect(drop, &QCheckBox::clicked, this, [this, row, one](bool dropped) {
            change([&](std::vector<RelaxStep>& steps) {
                std::erase(steps[row].drop, one);
                if (dropped)
                    steps[row].drop.push_back(one);
            });
        });
        line->addWidget(drop);
    }
    line->addStretch();
    QToolButton* remove = newIconButton(m_theme, QStringLiteral("trash"), tr("Delete step %1").arg(row + 1),
                                        QStringLiteral("removeRelaxStep%1").arg(row), m_rows);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        change([&](std::vector<RelaxStep>& steps) { steps.erase(steps.begin() + std::ptrdiff_t(row)); });
    });
    line->addWidget(remove);
    static_cast<QVBoxLayout*>(m_rows->layout())->addLayout(line);
}

void RelaxTable::change(const std::function<void(std::vector<RelaxStep>&)>& edit)
{
    std::vector<RelaxStep> after = m_steps;
    edit(after);
    Q_EMIT edited(after);
}

}
