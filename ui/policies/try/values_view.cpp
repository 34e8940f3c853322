#include "ui/policies/try/values_view.h"

#include "routing/rulebook/known_attributes.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/value_delegate.h"
#include "ui/policies/try/value_text.h"
#include "ui/policies/try/values_model.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include <set>

namespace signalbox {

using namespace Qt::StringLiterals;

ValuesView::ValuesView(const StudioContext& studio, Trial& trial, QWidget* parent)
    : QWidget(parent),
      m_studio(studio),
      m_trial(trial),
      m_model(new ValuesModel(trial, this)),
      m_table(new QTableView(this)),
      m_all(newLink({}, u"showAllValues"_s, this)),
      m_reset(newLink(tr("Reset"), u"resetValues"_s, this)),
      m_add(new QuietCombo(tr("Add a value"), u"addValue"_s, this)),
      m_trouble(newParagraph({}, studio.page.theme, TextStyle::Secondary, ThemeColor::Bad, this))
{
    Theme& theme = studio.page.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(10), 0, theme.px(8));
    column->setSpacing(theme.px(4));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(16), 0, theme.px(12), 0);
    head->addWidget(newLabel(tr("Values"), theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this), 1);
    head->addWidget(m_reset);
    head->addWidget(m_all);
    column->addLayout(head);
    buildTable();
    column->addWidget(m_table, 1);
    m_trouble->setObjectName(u"valueTrouble"_s);
    m_trouble->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    m_trouble->hide();
    column->addWidget(m_trouble);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    m_add->setEditable(true);
    m_add->setInsertPolicy(QComboBox::NoInsert);
    m_add->lineEdit()->setPlaceholderText(tr("Add a value…"));
    m_add->completer()->setFilterMode(Qt::MatchContains);
    m_add->completer()->setCompletionMode(QCompleter::PopupCompletion);
    foot->addWidget(m_add, 1);
    column->addLayout(foot);
    connect(m_add, &QComboBox::activated, this, &ValuesView::addAttribute);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_model->setShowingAll(!m_model->showingAll());
        refresh();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_trial.resetAll(); });
    connect(m_model, &ValuesModel::refused, this, [this](const QString& why) {
        m_trouble->setText(why);
        m_trouble->show();
    });
    connect(m_model, &ValuesModel::accepted, m_trouble, &QWidget::hide);
    connect(&m_trial, &Trial::changed, this, &ValuesView::refresh);
    refresh();
}

void ValuesView::buildTable()
{
    Theme& theme = m_studio.page.theme;
    m_table->setObjectName(u"tryValues"_s);
    m_table->setAccessibleName(tr("Values of what is tried"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ValueDelegate(theme, m_trial, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_table->horizontalHeader()->setSectionResizeMode(ValuesModel::AttributeColumn, QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ValuesModel::ValueColumn, QHeaderView::Stretch);
    setSurface(*m_table->viewport(), theme, ThemeColor::Raised);
    const auto measure = [this, &theme] {
        m_table->verticalHeader()->setDefaultSectionSize(theme.px(28));
        m_table->setColumnWidth(ValuesModel::AttributeColumn, theme.px(136));
    };
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&theme, &Theme::changed, this, measure);
    measure();
    connect(m_table, &QTableView::customContextMenuRequested, this, &ValuesView::showMenu);
}

void ValuesView::setFocusOnFirst()
{
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ValuesModel::ValueColumn));
    m_table->setFocus();
}

void ValuesView::showMenu(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int row = index.row();
    menu->addAction(tr("Change…"), this, [this, row] { m_table->edit(m_model->index(row, ValuesModel::ValueColumn)); });
    menu->addAction(tr("Make missing"), this, [this, row] { m_model->makeMissing(row); })
        ->setEnabled(!index.data(ValuesModel::MissingRole).toBool());
    menu->addAction(tr("Take the change back"), this, [this, row] { m_model->reset(row); })
        ->setEnabled(index.data(ValuesModel::ChangedRole).toBool());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

bool ValuesView::eventFilter(QObject* watched, QEvent* event)
{
    // Keys of a value's field come by here as well.
    if (watched != m_table || event->type() != QEvent::KeyPress || !m_table->hasFocus())
        return QWidget::eventFilter(watched, event);
    const QModelIndex index = m_table->currentIndex();
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (!index.isValid())
        return false;
    if (key == Qt::Key_Delete)
        m_model->makeMissing(index.row());
    else if (key == Qt::Key_Backspace)
        m_model->reset(index.row());
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)
        m_table->edit(index.siblingAtColumn(ValuesModel::ValueColumn));
    else
        return false;
    return true;
}

void ValuesView::addAttribute()
{
    const std::string attribute = m_add->currentData().toString().toStdString();
    m_add->setCurrentIndex(-1);
    m_add->clearEditText();
    if (attribute.empty())
        return;
    m_model->add(attribute);
    const QModelIndex index = m_model->index(m_model->rowOf(attribute), ValuesModel::ValueColumn);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_table->setFocus();
    m_table->edit(index);
}

void ValuesView::refresh()
{
    setVisible(m_trial.isDecided());
    m_reset->setVisible(m_trial.isChanged());
    m_all->setVisible(m_model->showingAll() || m_model->hidden() > 0);
    m_all->setText(m_model->showingAll() ? tr("Fewer") : tr("%1 more").arg(m_model->hidden()));
    if (!m_add->lineEdit()->text().isEmpty() || !m_trial.isDecided())
        return;
    const Rulebook& rulebook = m_studio.draft.rulebook();
    std::set<std::string> names;
    for (const KnownAttribute& known : knownAttributes())
        names.emplace(known.name);
    for (const auto& [name, definition] : rulebook.attributes)
        names.insert(name);
    std::erase_if(names, [this](const std::string& name) { return m_model->rowOf(name) >= 0; });
    if (m_add->count() == int(names.size()))
        return;
    m_add->clear();
    for (const std::string& name : names)
        m_add->addItem(tr("%1 (%2)").arg(attributeTitle(name, rulebook), line(name, 120)), text(name));
    m_add->setCurrentIndex(-1);
}

}
