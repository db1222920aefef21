/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.MissingFilesException;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.costs.ModelCosts;
import org.loupe.ui.inputs.RecentInputs;
import org.loupe.ui.perspective.Views;
import org.loupe.ui.problems.FileCheck;
import org.loupe.ui.problems.MissingFiles;
import org.loupe.ui.problems.ModelProblems;
import org.loupe.ui.problems.OpenedModelCheck;

/**
 * Opens a model file: facts, layers, and the input card, which is what it saves. The file is opened in a job; until
 * then, and if it cannot be opened, one page says so.
 */
public final class ModelEditor extends FormEditor {
  public static final String ID = "org.loupe.ui.editor";
  private static final int CHECK_PAUSE = 1500;

  private final IUndoContext undo = new ObjectUndoContext(this);
  private Recomputation loading;
  private CardWatch cardWatch;
  private ModelCosts costs;
  private OpenedModelCheck check;
  private final List<Runnable> whenOpen = new ArrayList<>();
  private EmptyState waiting;
  private Optional<Path> file = Optional.empty();
  private Optional<LoadedModel> loaded = Optional.empty();
  private CardModel card;
  private ModelFileWatch fileWatch;
  private ActiveModel activeModel;
  private InspectionContext context;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    super.init(site, input);
    setPartName(input.getName());
    file = EditorFiles.path(input);
  }

  @Override
  protected void addPages() {
    context = getSite().getService(InspectionContext.class);
    loading = new Recomputation(getContainer());
    file.ifPresent(FileCheck::edited);
    activeModel = new ActiveModel(this);
    fileWatch = new ModelFileWatch(this);
    load();
  }

  /** The model file; empty if the input is not on this machine. */
  public Optional<Path> file() {
    return file;
  }

  /** What was opened; empty while it is not, or if it cannot be. */
  Optional<LoadedModel> loaded() {
    return loaded;
  }

  CardModel card() {
    return card;
  }

  /** What undo and redo of card edits are filed under. */
  public IUndoContext undoContext() {
    return undo;
  }

  Inspector inspector() {
    return getSite().getService(Inspector.class);
  }

  InspectionContext context() {
    return context;
  }

  /** Ids of the pages in their order; none while a message is shown. */
  public List<String> pageIds() {
    return pages.stream().filter(IFormPage.class::isInstance).map(p -> ((IFormPage) p).getId()).toList();
  }

  /** Shows the page with the input card, if the model is open. */
  public void showInputs() {
    setActivePage(InputsPage.ID);
  }

  /** Whether the one page is shown that says that the model is being opened or cannot be. */
  public boolean showsMessage() {
    return loaded.isEmpty();
  }

  /** What that page says. */
  public EmptyMessage message() {
    return waiting.message();
  }

  /** Opens the file, or opens it anew after it has changed on disk; unsaved changes of the card are lost then. */
  void load() {
    if (file.isEmpty()) {
      say(EmptyMessage.error(Messages.ModelEditor_notOpened, Messages.ModelEditor_notLocal));
      return;
    }
    Path path = file.get();
    if (loaded.isEmpty()) {
      say(EmptyMessage.working(Messages.ModelEditor_opening, path.getFileName().toString(),
          new EmptyMessage.Action(Messages.ModelEditor_cancel, loading::stop)));
    }
    Inspector inspector = inspector();
    RecentInputs recent = getSite().getService(RecentInputs.class);
    loading.start(NLS.bind(Messages.ModelEditor_job, path.getFileName()),
        p -> LoadedModel.load(inspector, recent, path, p),
        new Outcome<LoadedModel>() {
          @Override
          public void done(LoadedModel value) {
            show(value);
          }

          @Override
          public void failed(LoupeException reason) {
            fail(reason);
          }

          @Override
          public void cancelled() {
            say(EmptyMessage.info(Messages.ModelEditor_cancelled, "",
                new EmptyMessage.Action(Messages.ModelEditor_again, ModelEditor.this::load)));
          }

          @Override
          public void discarded(LoadedModel value) {
            value.lease().close();
          }

          @Override
          public void progress(String task, double fraction) {
            if (loaded.isEmpty()) {
              waiting.progress(task, fraction);
            }
          }
        });
  }

  /** The file is not the one that was opened any more. */
  void fileChanged() {
    boolean open = !isDirty() || MessageDialog.open(MessageDialog.QUESTION, getSite().getShell(),
        Messages.ModelEditor_changedTitle, NLS.bind(Messages.ModelEditor_changed, getEditorInput().getName()),
            SWT.SHEET,
        Messages.ModelEditor_reload, Messages.ModelEditor_keep) == 0;
    if (open) {
      load();
    }
  }

  private void fail(LoupeException reason) {
    loaded.ifPresent(ModelEditor::release);
    loaded = Optional.empty();
    card = null;
    editorDirtyStateChanged();
    context.close(file.orElseThrow());
    Path path = file.orElseThrow();
    List<EmptyMessage.Action> actions = new ArrayList<>();
    if (reason instanceof MissingFilesException missing) {
      actions.add(new EmptyMessage.Action(Messages.ModelEditor_missing, () -> MissingFiles.ask(path, missing
          .missing())));
    }
    actions.add(new EmptyMessage.Action(Messages.ModelEditor_again, this::load));
    say(EmptyMessage.error(Messages.ModelEditor_notOpened, reason.getMessage(),
        actions.toArray(EmptyMessage.Action[]::new)));
    ModelProblems.notOpened(path, reason);
  }

  /** Shows one page with a message instead of the model. */
  private void say(EmptyMessage message) {
    if (waiting == null || waiting.isDisposed()) {
      waiting = new EmptyState(getContainer());
      int old = getPageCount();
      setPageText(addPage(waiting), Messages.ModelEditor_opening);
      dropFirstPages(old);
    }
    waiting.show(message);
  }

  private void show(LoadedModel model) {
    loaded.ifPresent(ModelEditor::release);
    loaded = Optional.of(model);
    ModelProblems.opened(model.lease().file());
    PlatformUI.getWorkbench().getOperationSupport().getOperationHistory().dispose(undo, true, true, true);
    card = new CardModel(model.card(), model.cardExists() ? model.card() : InputCard.EMPTY,
        PlatformUI.getWorkbench().getOperationSupport().getOperationHistory(), undo);
    // a proposed card is not a change of the user's: it is offered to be saved, but does not make the editor dirty
    if (!model.cardExists()) {
      card.saved(model.card());
    }
    cardWatch = new CardWatch(this, model);
    costs = new ModelCosts(model.lease(), getContainer());
    card.onChange(this::editorDirtyStateChanged);
    List<IFormPage> pages = new ArrayList<>();
    pages.add(new OverviewPage(this, model));
    PageEntry.all().forEach(entry -> pages.add(new ContributedPage(this, model, entry)));
    pages.add(new LayersPage(this, model));
    pages.add(new InputsPage(this, model));
    replacePages(pages);
    // pages and views are filled in two turns of the event loop, so that the user can do something in between
    getContainer().getDisplay().asyncExec(
        () -> loaded.filter(m -> m == model).ifPresent(m -> activeModel.publish()));
    stopCheck();
    check = new OpenedModelCheck(inspector(), model.lease());
    check.schedule(CHECK_PAUSE);
    List<Runnable> then = List.copyOf(whenOpen);
    whenOpen.clear();
    then.forEach(Runnable::run);
  }

  private void stopCheck() {
    if (check != null) {
      check.cancel();
    }
  }

  /** Does something as soon as the model is open: now if it is. */
  public void whenOpen(Runnable action) {
    if (loaded.isPresent()) {
      action.run();
    } else {
      whenOpen.add(action);
    }
  }

  /** Shows which layers can be differentiated, the worst first. */
  public void showCoverage() {
    if (setActivePage(LayersPage.ID) instanceof LayersPage layers) {
      layers.sort(LayerList.Column.GRADIENT);
    }
  }

  /** Looks at a layer in the table of layers. */
  public void showLayer(String id) {
    context.update(i -> i.withLayer(id));
    setActivePage(LayersPage.ID);
    Views.show(getSite().getPage(), IPageLayout.ID_PROP_SHEET);
  }

  /** Puts the card that is proposed from the model's inputs in place of the one there is. */
  public void proposeCard() {
    InputCard proposal = inspector().loupe().cards().propose(loaded.orElseThrow().description());
    setActivePage(InputsPage.ID);
    card.replace(proposal, Messages.ModelEditor_proposal);
    if (loaded.orElseThrow().cardProblem().isPresent()) {
      // the file holds no card, so there is nothing to go back to
      CardSaver.save(this, loaded.orElseThrow(), new NullProgressMonitor());
      whenOpen.add(this::showInputs);
      load();
    }
  }

  private void replacePages(List<IFormPage> pages) {
    int old = getPageCount();
    try {
      for (IFormPage page : pages) {
        addPage(page);
      }
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
    dropFirstPages(old);
  }

  private void dropFirstPages(int count) {
    setActivePage(count);
    for (int i = 0; i < count; i++) {
      removePage(0);
    }
    hideSingleTab();
  }

  private void hideSingleTab() {
    if (getContainer() instanceof org.eclipse.swt.custom.CTabFolder tabs) {
      tabs.setTabHeight(getPageCount() > 1 ? SWT.DEFAULT : 0);
    }
  }

  void publish() {
    activeModel.publish();
  }

  /** The model as the context has it, with the card as it is edited. */
  Optional<InspectedModel> inspected() {
    return loaded.map(m -> new InspectedModel(m.lease().file(), m.description(), card.card()));
  }

  /** Checks of the card; there once a model is. */
  CardWatch cardWatch() {
    return cardWatch;
  }

  /** What layers cost; there once a model is. */
  ModelCosts costs() {
    return costs;
  }

  @Override
  public boolean isDirty() {
    return card != null && card.dirty();
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    loaded.ifPresent(m -> CardSaver.save(this, m, monitor));
  }

  @Override
  public void doSaveAs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  @Override
  public void setFocus() {
    IFormPage page = getActivePageInstance();
    if (loaded.isEmpty()) {
      waiting.setFocus();
    } else if (page != null) {
      // the platform gives the keyboard to the first widget of a page, whatever the page says
      page.setFocus();
    }
  }

  @Override
  protected void pageChange(int index) {
    super.pageChange(index);
    if (loaded.isPresent() && getSite().getPage().getActivePart() == this) {
      setFocus();
    }
  }

  @Override
  public void dispose() {
    if (activeModel != null) {
      activeModel.close();
      fileWatch.close();
      file.ifPresent(FileCheck::released);
    }
    stopCheck();
    loaded.ifPresent(ModelEditor::release);
    loaded = Optional.empty();
    PlatformUI.getWorkbench().getOperationSupport().getOperationHistory().dispose(undo, true, true, true);
    super.dispose();
  }

  /** Closing waits for calls that run, so it is not done here. */
  private static void release(LoadedModel model) {
    Job.createSystem("close", monitor -> {
      model.lease().close();
    }).schedule();
  }
}
