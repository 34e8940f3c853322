#include "ui/settings/facts_editor.h"

#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace signalbox {

FactsEditor::FactsEditor(Theme& theme, QWidget* parent) : QWidget(parent), m_table(new QTableWidget(0, 2, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    m_table->setObjectName(QStringLiteral("factsTable"));
    m_table->setAccessibleName(tr("Facts"));
    m_table->setHorizontalHeaderLabels({tr("What"), tr("What to say")});
    makeField(*m_table);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(0, theme.px(180));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFixedHeight(theme.px(240));
    m_table->setTabKeyNavigation(false);
    column->addWidget(m_table);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    QPushButton* add = newSmallButton(tr("Add fact"), QStringLiteral("addFact"), this);
    QPushButton* remove = newSmallButton(tr("Remove fact"), QStringLiteral("removeFact"), this);
    remove->setEnabled(false);
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_table, &QTableWidget::itemChanged, this, &FactsEditor::edited);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this, remove] { remove->setEnabled(!m_table->selectedItems().isEmpty()); });
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        Q_EMIT edited();
    });
}

void FactsEditor::addRow(const ProfileFact& fact)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(text(fact.label)));
    m_table->setItem(row, 1, new QTableWidgetItem(text(fact.text)));
}

void FactsEditor::setFacts(const std::vector<ProfileFact>& facts)
{
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(0);
    for (const ProfileFact& fact : facts)
        addRow(fact);
}

std::vector<ProfileFact> FactsEditor::facts() const
{
    std::vector<ProfileFact> facts;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        ProfileFact fact{m_table->item(row, 0)->text().trimmed().toStdString(), m_table->item(row, 1)->text().trimmed().toStdString()};
        if (!fact.label.empty() || !fact.text.empty())
            facts.push_back(std::move(fact));
    }
    return facts;
}

}
