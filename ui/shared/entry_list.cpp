#include "ui/shared/entry_list.h"

#include "ui/shared/row_delegate.h"
#include "ui/shared/buttons.h"
#include "ui/shared/themed.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

EntryList::EntryList(Theme& theme, const QString& name, const QString& objectName, const QString& addText, QWidget* parent)
    : QWidget(parent), m_filter(new QLineEdit(this)), m_list(new QListWidget(this)), m_add(newSmallButton(addText, objectName + QStringLiteral("Add"), this))
{
    setSurface(*this, theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(12), 0, 0);
    column->setSpacing(theme.px(8));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    top->setSpacing(theme.px(8));
    m_filter->setObjectName(objectName + QStringLiteral("Filter"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter: %1").arg(name));
    m_filter->setClearButtonEnabled(true);
    top->addWidget(m_filter, 1);
    top->addWidget(m_add);
    column->addLayout(top);
    m_list->setObjectName(objectName);
    m_list->setAccessibleName(name);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*m_list->viewport(), theme, ThemeColor::Raised);
    column->addWidget(m_list, 1);
    setMinimumWidth(theme.px(232));
    connect(m_filter, &QLineEdit::textChanged, this, &EntryList::filter);
    connect(m_add, &QPushButton::clicked, this, &EntryList::addWanted);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            Q_EMIT chosen(item->data(Qt::UserRole).toString());
    });
}

void EntryList::setEntries(const std::vector<ListedEntry>& entries)
{
    const QString kept = chosenId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ListedEntry& entry : entries) {
        auto* item = new QListWidgetItem(entry.title, m_list);
        item->setData(Qt::UserRole, entry.id);
    }
    filter();
    choose(kept);
}

void EntryList::choose(const QString& id)
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentItem(nullptr);
    for (int row = 0; row < m_list->count(); ++row)
        if (!id.isEmpty() && m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
}

QString EntryList::chosenId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void EntryList::setMayAdd(bool may, const QString& why)
{
    m_add->setEnabled(may);
    m_add->setToolTip(may ? QString() : why.toHtmlEscaped());
}

void EntryList::filter()
{
    const QString wanted = m_filter->text().trimmed();
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!wanted.isEmpty() && !m_list->item(row)->text().contains(wanted, Qt::CaseInsensitive));
}

}
