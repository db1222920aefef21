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
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.costs.ModelCosts;
import org.loupe.ui.inputs.RecentInputs;
import org.loupe.ui.problems.ModelProblems;

/**
 * Opens a model file: facts, layers, and the input card, which is what it saves. The file is opened in a job; until
 * then, and if it cannot be opened, one page says so.
 */
public final class ModelEditor extends FormEditor {
  public static final String ID = "org.loupe.ui.editor";

  private final IUndoContext undo = new ObjectUndoContext(this);
  private Recomputation loading;
  private CardWatch cardWatch;
  private ModelCosts costs;
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
            fail(reason.getMessage());
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

  private void fail(String reason) {
    loaded.ifPresent(ModelEditor::release);
    loaded = Optional.empty();
    card = null;
    editorDirtyStateChanged();
    context.close(file.orElseThrow());
    say(EmptyMessage.error(Messages.ModelEditor_notOpened, reason,
        new EmptyMessage.Action(Messages.ModelEditor_again, this::load)));
    ModelProblems.show(file.orElseThrow(), IMarker.SEVERITY_ERROR, List.of(reason));
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
    ModelProblems.show(model.lease().file(), IMarker.SEVERITY_ERROR, List.of());
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
    activeModel.publish();
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
    if (loaded.isEmpty()) {
      waiting.setFocus();
    } else {
      super.setFocus();
    }
  }

  @Override
  public void dispose() {
    if (activeModel != null) {
      activeModel.close();
      fileWatch.close();
    }
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
